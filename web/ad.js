// What the page of the job ad does by itself: the example, files, and
// forgetting. The program reads the box when it hears of changes there, and
//   bothends:read    page -> program   read now, and show what was found
//   bothends:erase   page -> program   the box was emptied
(() => {
  const root = document.documentElement;
  const area = document.querySelector("#ad");
  const file = document.querySelector("#ad-file");
  const trouble = document.querySelector("#ad-problem");
  const say = (key) => { trouble.textContent = key ? trouble.dataset[key] : ""; };
  const tell = (name) => document.dispatchEvent(new CustomEvent(`bothends:${name}`));

  const read = () => {
    if (area.value.trim() === "") {
      say("empty");
      area.focus();
      return;
    }
    say("");
    if (root.dataset.ready === "true") return tell("read");
    root.dataset.pending = "read";
    // web/boot.js tells how far the program is; it may itself be missing.
    const box = document.querySelector("[data-boot]");
    if (box && box.hidden) {
      box.querySelector("[data-boot-text]").textContent = box.dataset.missing;
      box.hidden = false;
    }
  };
  const put = (text) => {
    area.value = text;
    area.scrollTop = 0;
    read();
  };

  // Text of a file: UTF-8, or with a byte order mark UTF-16, or else what
  // Windows writes. A zero byte in it means that it is no text.
  const decode = (bytes) => {
    const [a, b] = bytes;
    if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
    if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
    if (bytes.includes(0)) return null;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const text = new TextDecoder("windows-1252").decode(bytes);
      return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
    }
  };
  const open = async (chosen) => {
    if (!chosen) return;
    if (chosen.size > Number(trouble.dataset.max)) return say("large");
    let text;
    try {
      text = decode(new Uint8Array(await chosen.arrayBuffer()));
    } catch {
      return say("unread");
    }
    text === null ? say("binary") : put(text);
  };

  file.addEventListener("change", () => {
    open(file.files[0]);
    file.value = ""; // the same file can be chosen again
  });
  const holdsFile = (event) => [...event.dataTransfer.types].includes("Files");
  area.addEventListener("dragover", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    area.classList.add("over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    area.classList.remove("over");
    if (!holdsFile(event)) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });
  area.addEventListener("input", () => say(""));

  const forget = () => {
    area.value = "";
    say("");
    delete root.dataset.pending;
    tell("erase");
  };
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-act]");
    switch (target && target.dataset.act) {
      case "read": return read();
      case "example": return put(document.querySelector("#ad-example").textContent);
      case "erase": case "leave": return forget();
    }
  });
})();
