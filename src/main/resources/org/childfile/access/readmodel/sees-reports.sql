select rights.sees('protection') as allowed
