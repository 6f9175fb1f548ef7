package questions

import _ "github.com/go-playground/validator/v10"
