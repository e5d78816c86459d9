select rights.sees('identifier') as allowed
