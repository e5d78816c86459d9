select purpose from rights.role_purpose where role = 'operator' order by 1
