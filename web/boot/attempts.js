// How the program is fetched again after a failure.

/** What came broken may have been kept: from the second time on it comes anew.
 * @param {number} earlier how often it was tried before
 * @returns {RequestCache} */
export const cacheMode = (earlier) => earlier > 0 ? "reload" : "default";

/** Whether a file that is answered for in this way belongs to a version that the
 * host no longer has: then only another load of the page can help.
 * @param {number} status of HTTP */
export const isGone = (status) => status === 404 || status === 410;
