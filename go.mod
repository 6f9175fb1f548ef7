module bothends

go 1.26.0
