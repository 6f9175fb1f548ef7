// Keeps this folder out of the project's own module.
module godebug

go 1.26.0
