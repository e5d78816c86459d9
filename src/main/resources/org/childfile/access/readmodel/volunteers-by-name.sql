select p.* from mart.find_volunteer(:name, :limit) p
