package jobad

import "slices"

// posts are tasks that one person often does together, without those that come
// with any of them: strategy, budgets, leading. Our own judgement: no study
// divides the work so, and no number of a result depends on it.
var posts = [][]string{
	{"scheduling", "community", "customer_support", "influencers", "pr_crisis", "events"},
	{"graphic_design", "photography", "video", "live_coverage"},
	{"paid_ads", "analytics", "email", "web_seo", "ecommerce_sales"},
}

// postTasks is how many tasks make a post.
const postTasks = 2

// SecondPost lists the tasks of an ad that somebody else could do as a post of
// their own: the second largest of what belongs together. It lists none where
// the ad has not enough for two.
func (ad Ad) SecondPost() []string {
	var held [][]string
	for _, post := range posts {
		var tasks []string
		for _, f := range ad.Responsibilities {
			if slices.Contains(post, f.Key) {
				tasks = append(tasks, f.Key)
			}
		}
		if len(tasks) >= postTasks {
			held = append(held, tasks)
		}
	}
	if len(held) < 2 {
		return nil
	}
	slices.SortStableFunc(held, func(a, b []string) int { return len(b) - len(a) })
	return held[1]
}
