import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  type Row,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/preact-table";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { count } from "./data.js";

/** One column of a list. `value` is what is sorted, searched and filtered by, and shown unless `cell` shows more. */
export interface ListColumn<T> {
  readonly id: string;
  readonly title: string;
  readonly value: (item: T) => string | number;
  readonly cell?: (item: T) => ComponentChildren;
  /** Numbers stand to the right. */
  readonly number?: true;
  /** Offers a choice of its values above the list. */
  readonly choose?: true;
  /** Text that the search finds beside `value`. */
  readonly also?: (item: T) => string;
}

interface Props<T> {
  readonly name: string;
  readonly items: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  /** What is said where the list is empty. */
  readonly none: string;
}

const SEARCH = "search";
/** Rows that go on paper: more would be no list that anyone reads there. */
const PRINTED = 500;
const SIZES = [25, 100, 500];

const features = tableFeatures({
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
});
type Features = typeof features;

function hasEveryWord<T extends object>(row: Row<Features, T>, id: string, wanted: string): boolean {
  const text = row.getValue<string>(id);
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isValue<T extends object>(row: Row<Features, T>, id: string, wanted: string): boolean {
  return String(row.getValue(id)) === wanted;
}

function byValue<T extends object>(a: Row<Features, T>, b: Row<Features, T>, id: string): number {
  const one = a.getValue<string | number>(id);
  const other = b.getValue<string | number>(id);
  return one < other ? -1 : one > other ? 1 : 0;
}

function columnDefs<T extends object>(columns: readonly ListColumn<T>[]): ColumnDef<Features, T>[] {
  const searched: ColumnDef<Features, T> = {
    id: SEARCH,
    accessorFn: (item) =>
      columns
        .map(({ value, also }) => `${value(item)} ${also?.(item) ?? ""}`)
        .join(" ")
        .toLowerCase(),
    filterFn: hasEveryWord,
  };
  return [
    searched,
    ...columns.map(
      ({ id, title, value }): ColumnDef<Features, T> => ({
        id,
        header: title,
        accessorFn: value,
        filterFn: isValue,
        sortFn: byValue,
        sortDescFirst: false,
      }),
    ),
  ];
}

/** Whether the page is being printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const on = (): void => setPrinting(true);
    const off = (): void => setPrinting(false);
    window.addEventListener("beforeprint", on);
    window.addEventListener("afterprint", off);
    return () => {
      window.removeEventListener("beforeprint", on);
      window.removeEventListener("afterprint", off);
    };
  }, []);
  return printing;
}

/** A list that can be searched, filtered, sorted and paged through, by mouse, keyboard and screen reader alike. */
export function ListTable<T extends object>({ name, items, columns, none }: Props<T>) {
  const defs = useMemo(() => columnDefs(columns), [columns]);
  const data = useMemo(() => [...items], [items]);
  const [size, setSize] = useState(SIZES[0] ?? 25);
  const printing = usePrinting();
  const table = useTable<Features, T>({
    features,
    columns: defs,
    data,
    initialState: { pagination: { pageIndex: 0, pageSize: size } },
  });
  const { pageIndex } = table.state.pagination;
  const found = table.getRowModel();
  const filtered = table.getFilteredRowModel().rows.length;
  const rows = printing ? table.getSortedRowModel().rows.slice(0, PRINTED) : found.rows;
  const first = printing ? 0 : pageIndex * size;
  const pages = Math.max(1, Math.ceil(filtered / size));

  if (items.length === 0) return <p>{none}</p>;
  const shown = filtered === 0 ? "Nothing found" : `${count(first + 1)} to ${count(first + rows.length)}`;
  const of = filtered === items.length ? "" : `, of ${count(items.length)} in all`;
  return (
    <>
      <search class="tools" aria-label={`Find in ${name}`}>
        <label>
          Search
          <input
            type="search"
            autocomplete="off"
            onInput={(event) => table.getColumn(SEARCH)?.setFilterValue(event.currentTarget.value.trim())}
          />
        </label>
        {columns
          .filter(({ choose }) => choose)
          .map((column) => (
            <Choice
              key={column.id}
              column={column}
              items={items}
              onChoose={(value) => table.getColumn(column.id)?.setFilterValue(value)}
            />
          ))}
      </search>
      <p class="found" role="status">
        {filtered === 0 ? shown : `${shown} of ${count(filtered)}${of}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll a wide list */}
      <section class="scroll" tabIndex={0} aria-label={`${name}, list`}>
        <table>
          <caption class="unseen">{name}</caption>
          <thead>
            <tr>
              {columns.map((column) => {
                const sorted = table.getColumn(column.id)?.getIsSorted() || "none";
                const order = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
                const arrow = sorted === "asc" ? "▲" : sorted === "desc" ? "▼" : "↕";
                return (
                  <th key={column.id} scope="col" aria-sort={order} class={column.number ? "number" : undefined}>
                    <button type="button" onClick={() => table.getColumn(column.id)?.toggleSorting()}>
                      {column.title}
                      <span aria-hidden="true">{`\u00a0${arrow}`}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.id} class={column.number ? "number" : undefined}>
                    {column.cell === undefined ? column.value(row.original) : column.cell(row.original)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {filtered > (SIZES[0] ?? 25) && (
        <nav class="pager" aria-label={`Pages of ${name}`}>
          <PageButton can={pageIndex > 0} go={() => table.previousPage()} label="Previous page" />
          <span>{`Page ${count(pageIndex + 1)} of ${count(pages)}`}</span>
          <PageButton can={pageIndex + 1 < pages} go={() => table.nextPage()} label="Next page" />
          <label>
            Rows on a page
            <select
              value={size}
              onChange={(event) => {
                const rowsOnPage = Number(event.currentTarget.value);
                setSize(rowsOnPage);
                table.setPageSize(rowsOnPage);
              }}
            >
              {SIZES.map((n) => (
                <option key={n} value={n}>
                  {n}
                </option>
              ))}
            </select>
          </label>
        </nav>
      )}
      {printing && filtered > rows.length && (
        <p>{`The first ${count(rows.length)} of ${count(filtered)} rows are printed. Search or filter to print others.`}</p>
      )}
    </>
  );
}

/** Never disabled: a button that is loses the keyboard's place on the page. */
function PageButton(props: { readonly can: boolean; readonly go: () => void; readonly label: string }) {
  return (
    <button type="button" aria-disabled={!props.can} onClick={() => props.can && props.go()}>
      {props.label}
    </button>
  );
}

function Choice<T>(props: {
  readonly column: ListColumn<T>;
  readonly items: readonly T[];
  readonly onChoose: (value: string) => void;
}) {
  const { column, items } = props;
  const values = useMemo(() => [...new Set(items.map((item) => String(column.value(item))))].sort(), [column, items]);
  if (values.length < 2) return null;
  return (
    <label>
      {column.title}
      <select onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <option value="">all</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {value === "" ? "not said" : value}
          </option>
        ))}
      </select>
    </label>
  );
}
