import TurndownService from "turndown";

/** Turndown with our rules, for HTML that tidy-html.ts has been through. */
export function markdownService(): TurndownService {
  const service = new TurndownService({
    // An empty cell is still a cell.
    blankReplacement: (_, node) =>
      /^(?:TD|TH)$/.test(node.nodeName) ? "  |" : isBlock(node) ? "\n\n" : "",
    headingStyle: "atx",
    hr: "* * *",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
    br: "  ",
  });
  const escapeAsUsual = service.escape.bind(service);
  service.escape = (text) => escapeMore(escapeAsUsual(text));
  addTables(service);
  service.addRule("entry", {
    filter: "li",
    replacement: (content, node) => {
      const sign = attribute(node, "data-sign") || "- ";
      const loose = /\n$/.test(content);
      const text = content
        .replace(/^\n+|\n+$/g, "")
        .replace(/\n(?=[^\n])/g, `\n${" ".repeat(sign.length)}`);
      return `${sign}${text}${loose ? "\n" : ""}${node.nextSibling ? "\n" : ""}`;
    },
  });
  service.addRule("struck", {
    filter: ["del", "s"],
    replacement: (content) => aroundEach(content, "~~"),
  });
  service.addRule("emphasis", {
    filter: ["em", "i"],
    replacement: (content) => aroundEach(content, "*"),
  });
  service.addRule("strong", {
    filter: ["strong", "b"],
    replacement: (content) => aroundEach(content, "**"),
  });
  service.addRule("link", {
    filter: (node) => node.nodeName === "A" && Boolean(node.getAttribute("href")),
    replacement: (content, node) => link(content, node.textContent ?? "", hrefOf(node)),
  });
  service.addRule("heading", {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    replacement: (content, node) => {
      const text = content.replace(/\s+/g, " ").trim();
      return text ? `\n\n${"#".repeat(Number(node.nodeName.charAt(1)))} ${text}\n\n` : "";
    },
  });
  service.addRule("footnoteCall", {
    filter: (node) => node.nodeName === "SUP" && node.hasAttribute("data-footnote"),
    replacement: (_, node) => `[^${attribute(node, "data-footnote")}]`,
  });
  service.addRule("footnoteText", {
    filter: (node) => node.nodeName === "DIV" && node.hasAttribute("data-footnote-text"),
    replacement: (content, node) => {
      const text = content.trim().replace(/\n(?=[^\n])/g, "\n    ");
      return `\n\n[^${attribute(node, "data-footnote-text")}]: ${text}\n\n`;
    },
  });
  return service;
}

/** Tables as GitHub's Markdown has them; tidy-tables.ts has counted. */
function addTables(service: TurndownService): void {
  service.addRule("cell", {
    filter: ["td", "th"],
    replacement: (content) => ` ${onOneLine(content).replace(/\|/g, "\\|")} |`,
  });
  service.addRule("row", {
    filter: "tr",
    replacement: (content, node) => {
      const row = `|${content}${"  |".repeat(Number(attribute(node, "data-lacks")))}\n`;
      const divider = (columns: number) => `|${" --- |".repeat(columns)}\n`;
      const heading = Number(attribute(node, "data-heading-of"));
      if (heading > 0) return row + divider(heading);
      const first = Number(attribute(node, "data-first-of"));
      return first > 0 ? `|${"  |".repeat(first)}\n${divider(first)}${row}` : row;
    },
  });
  service.addRule("rows", {
    filter: ["tbody", "thead", "tfoot"],
    replacement: (content) => content,
  });
  service.addRule("columns", { filter: ["colgroup", "col"], replacement: () => "" });
  service.addRule("table", {
    filter: "table",
    replacement: (content) => `\n\n${content.trim().replace(/\n{2,}/g, "\n")}\n\n`,
  });
}

/**
 * What Turndown leaves that our Markdown would take for a sign: raw HTML, entities, strikes, and a
 * `!` before a link.
 */
function escapeMore(text: string): string {
  return text
    .replace(/<(?=[a-zA-Z/!?])/g, "\\<")
    .replace(/&(?=#?[a-zA-Z0-9]{1,32};)/g, "\\&")
    .replace(/~/g, "\\~")
    .replace(/^(\s*\d{1,9})\)(?=\s)/, "$1\\)")
    .replace(/!$/, "\\!");
}

/** The sign around each paragraph: old blogs put whole passages into one `<em>`. */
function aroundEach(content: string, sign: string): string {
  if (!content.includes("\n\n")) return around(content, sign);
  return content.replace(/[^\n](?:[^\n]|\n(?!\n))*/g, (paragraph) => around(paragraph, sign));
}

function around(text: string, sign: string): string {
  const inner = text.trim();
  if (inner === "" || /^(?:#{1,6} |> |- |\d+\. |\||```)/.test(inner)) return text;
  const start = text.slice(0, text.length - text.trimStart().length);
  return `${start}${sign}${inner}${sign}${text.slice(text.trimEnd().length)}`;
}

function link(content: string, text: string, address: string): string {
  const label = onOneLine(content);
  if (label === "") return "";
  if (text.trim() === address && /^[^\s<>]+$/.test(address)) return `<${address}>`;
  return `[${label}](<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

function hrefOf(node: Node): string {
  return attribute(node, "href");
}

function attribute(node: Node, name: string): string {
  return "getAttribute" in node ? ((node as Element).getAttribute(name) ?? "") : "";
}

function isBlock(node: object): boolean {
  return "isBlock" in node && node.isBlock === true;
}

function onOneLine(content: string): string {
  const lines = content.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}
