// Translators, and other extensions, put elements of their own where text was. The
// program keeps writing to the text it made, which nobody sees any more: old words
// would stand beside new ones. So text that is written to while something stands for
// it takes its place again (and is translated anew), and what is no longer the child
// it was is taken from where it is now.

/** What stands in the page for a node that something else than the program took out.
 * @type {WeakMap<Node, Node[]>} */
const places = new WeakMap();

/** The nodes that stand in a node's place now.
 * @param {Node} node
 * @returns {Node[]} */
const now = (node) => node.isConnected ? [node] : (places.get(node) || []).flatMap(now);

/** @param {Node} node
 * @param {Node} by */
const replace = (node, by) => {
  const [first, ...rest] = now(node);
  if (!first || first === by) return;
  for (const other of rest) /** @type {ChildNode} */ (other).remove();
  /** @type {ChildNode} */ (first).replaceWith(by);
};

const written = new MutationObserver((records) => {
  for (const { target } of records) {
    if (!target.isConnected) replace(target, target);
  }
});

const moved = new MutationObserver((records) => {
  /** What was put beside a node before it was taken out.
   * @type {Map<Node | null, Node[]>} */
  const beside = new Map();
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    const added = [...addedNodes];
    for (const node of added) places.delete(node);
    for (const node of removedNodes) {
      const instead = added.length ? added : beside.get(node);
      if (node.isConnected || !instead) continue;
      places.set(node, instead);
      if (node instanceof Text) written.observe(node, { characterData: true });
    }
    if (added.length && !removedNodes.length) {
      beside.set(previousSibling, added);
      beside.set(nextSibling, added);
    }
  }
});

/** Keeps the program's text in the page from here on. */
export const returnText = () => {
  moved.observe(document.body, { childList: true, subtree: true });
  const { removeChild, replaceChild } = Node.prototype;
  // A node that is not where it was would end the program.
  /** @type {any} */ (Node.prototype).removeChild = function (/** @type {Node} */ child) {
    if (child.parentNode === this) return removeChild.call(this, child);
    for (const node of now(child)) /** @type {ChildNode} */ (node).remove();
    return child;
  };
  /** @type {any} */ (Node.prototype).replaceChild = function (/** @type {Node} */ by, /** @type {Node} */ child) {
    if (child.parentNode === this) return replaceChild.call(this, by, child);
    replace(child, by);
    return child;
  };
};
