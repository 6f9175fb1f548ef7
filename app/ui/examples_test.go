package ui

import "bothends/app/i18n"

// The ads that the page offers to try, of employers that do not exist.
var (
	exampleEnglish = i18n.New("en").T("ad.example.text")
	exampleFrench  = i18n.New("fr").T("ad.example.text")
)
