package e2e

import "fmt"

// A Flaw is something on the screen that somebody cannot read, hit or reach.
type Flaw struct {
	What  string // the element and its words
	Found string // what was measured
}

func (f Flaw) String() string { return fmt.Sprintf("%s (%s)", f.What, f.Found) }

// painted are what all looks share: what an element is, what colour really
// stands behind it, and whether it is on the screen. Colours are read from a
// canvas, which understands every notation.
const painted = `
	const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const known = new Map();
	const rgba = (colour) => {
		if (!known.has(colour)) {
			pixel.clearRect(0, 0, 1, 1);
			pixel.fillStyle = colour;
			pixel.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
			known.set(colour, [r, g, b, a / 255]);
		}
		return known.get(colour);
	};
	const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
	const behind = (e) => {
		const layers = [];
		for (let at = e; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
		return layers.reverse().reduce((under, layer) => over(layer, under), rgba("Canvas").slice(0, 3));
	};
	const light = (colour) => {
		const [r, g, b] = colour.map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a, b) => {
		const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
		return (high + 0.05) / (low + 0.05);
	};
	const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
	const unseen = (e) => !!e.closest(".unseen, .skip:not(:focus)");
	const called = (e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : e.className && e.className.baseVal === undefined ? "." + e.className.replaceAll(" ", ".") : "")
		+ " “" + (e.innerText ?? "").trim().replace(/\s+/g, " ").slice(0, 40) + "”";
`

// Faint returns the words with less contrast than 4.5 to what stands behind
// them, and the edges of fields with less than 3 (WCAG 1.4.3 and 1.4.11).
func (p *Person) Faint() []Flaw {
	p.t.Helper()
	return Eval[[]Flaw](p, `() => {`+painted+`
		const flaws = new Map();
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let n; (n = words.nextNode());) {
			const e = n.parentElement;
			if (!n.data.trim() || !seen(e) || unseen(e) || e.closest("svg, option, noscript, script")) continue;
			let opacity = 1;
			for (let at = e; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
			const back = behind(e), [r, g, b, a] = rgba(getComputedStyle(e).color);
			const ratio = contrast(over([r, g, b, a * opacity], back), back);
			if (ratio < 4.5) flaws.set(called(e), ratio.toFixed(2) + ":1");
		}
		for (const e of document.querySelectorAll("input[type=text], select, button")) {
			const style = getComputedStyle(e), edge = rgba(style.borderTopColor);
			if (!seen(e) || parseFloat(style.borderTopWidth) === 0 || edge[3] === 0) continue;
			const back = behind(e.parentElement), ratio = contrast(over(edge, back), back);
			if (ratio < 3) flaws.set("edge of " + called(e), ratio.toFixed(2) + ":1");
		}
		return [...flaws].map(([What, Found]) => ({ What, Found }));
	}`)
}

// Small returns what is pressed and measures less than 24 by 24 CSS pixels,
// links within a sentence aside (WCAG 2.5.8).
func (p *Person) Small() []Flaw {
	p.t.Helper()
	return Eval[[]Flaw](p, `() => {`+painted+`
		const flaws = [];
		for (const e of document.querySelectorAll("a[href], button, input, select, summary")) {
			if (!seen(e) || unseen(e)) continue;
			if (e.tagName === "A" && getComputedStyle(e).display === "inline" && e.parentElement.textContent.trim() !== e.textContent.trim()) continue;
			const target = e.matches("input") ? e.closest("label") ?? e : e;
			const { width, height } = target.getBoundingClientRect();
			if (width < 24 || height < 24) flaws.push({ What: called(target), Found: Math.round(width * 10) / 10 + " by " + Math.round(height * 10) / 10 });
		}
		return flaws;
	}`)
}

// Wide returns what reaches out of the window to the side, except in boxes that
// scroll by themselves (WCAG 1.4.10), and words that reach out of their box.
func (p *Person) Wide() []Flaw {
	p.t.Helper()
	return Eval[[]Flaw](p, `() => {`+painted+`
		const width = document.documentElement.clientWidth;
		const flaws = [];
		if (document.documentElement.scrollWidth > width) flaws.push({ What: "the page", Found: document.documentElement.scrollWidth + " wide in " + width });
		for (const e of document.querySelectorAll("body *")) {
			if (!seen(e) || unseen(e) || e.closest("svg") && e.tagName !== "svg") continue;
			let boxed = false;
			for (let at = e.parentElement; at; at = at.parentElement) boxed ||= /auto|scroll/.test(getComputedStyle(at).overflowX) && at !== document.documentElement;
			const { left, right } = e.getBoundingClientRect();
			if (!boxed && (right > width + 0.5 || left < -0.5)) flaws.push({ What: called(e), Found: Math.round(left) + " to " + Math.round(right) + " in " + width });
		}
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let n; (n = words.nextNode());) {
			const box = n.parentElement.closest(".option, .q, button, td, th, .notice, .problems, .first");
			if (!n.data.trim() || !box || !seen(n.parentElement) || unseen(n.parentElement)) continue;
			const range = document.createRange();
			range.selectNodeContents(n);
			const inner = range.getBoundingClientRect(), outer = box.getBoundingClientRect();
			if (inner.right > outer.right + 0.5 || inner.left < outer.left - 0.5) flaws.push({ What: "the words “" + n.data.trim().slice(0, 40) + "”", Found: Math.round(inner.left) + " to " + Math.round(inner.right) + " in a box from " + Math.round(outer.left) + " to " + Math.round(outer.right) });
		}
		return flaws.slice(0, 5);
	}`)
}
