// SPDX-License-Identifier: Apache-2.0
// What a style sheet that stacks rows takes from a table is given back, for browsers that then forget that
// it is
// one. Sorting by column where a table asks for it: <table data-sortable>, and data-sort on the columns
// ("text" or
// "number"). A cell may say what it is sorted by with data-value.
const roles: [string, string][] = [
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["td", "cell"],
  ["thead th", "columnheader"],
  ["tbody th", "rowheader"],
];

export function keepTable(table: HTMLTableElement): void {
  table.setAttribute("role", "table");
  for (const [parts, role] of roles)
    for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
}

const order = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

function value(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.value ?? cell?.textContent?.trim() ?? "";
}

function compare(a: string, b: string, numbers: boolean): number {
  return numbers ? (parseFloat(a) || 0) - (parseFloat(b) || 0) : order.compare(a, b);
}

function sort(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const descending = head.ariaSort === "ascending";
  const numbers = head.dataset.sort === "number";
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  for (const body of table.tBodies) {
    const rows = [...body.rows];
    rows.sort(
      (a, b) => compare(value(a, head.cellIndex), value(b, head.cellIndex), numbers) * (descending ? -1 : 1),
    );
    body.append(...rows);
  }
}

export function makeSortable(table: HTMLTableElement): void {
  for (const head of table.querySelectorAll<HTMLTableCellElement>("thead th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, head));
  }
}
