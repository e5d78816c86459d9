package org.childfile.database;

/**
 * The logins of the program, each for what it is needed for and nothing else. The roles are made by the migrations, and
 * what each may do stands there.
 *
 * @param owner owns all that there is: for migrations alone; without a user where it is not known
 * @param program what the running program works as: reads and writes the tables, changes none of them
 * @param door what the doors work as by which people look: reads what is published, of whom the asker may see
 */
public record DatabaseLogins(DatabaseAddress owner, DatabaseAddress program, DatabaseAddress door) {

    /** What the running program acts as. */
    public static final String WRITER = "childfile_writer";
    /** What a door acts as. */
    public static final String DOOR = "childfile_api";

    public DatabaseLogins {
        program = program.as(WRITER);
        door = door.as(DOOR);
    }

    /** Whether the owner's login is known here. The running program does without where migrations are another's work. */
    public boolean ownerKnown() {
        return !owner.user().isEmpty();
    }

    /** One login for all, which gives its rights up for what needs less: for a server with one login. */
    public static DatabaseLogins of(DatabaseAddress owner) {
        return new DatabaseLogins(owner, owner, owner);
    }
}
