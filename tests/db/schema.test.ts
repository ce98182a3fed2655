import { readFile } from "node:fs/promises";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect } from "#db/connect.ts";
import { DIALECTS, freshDatabaseUrl } from "#tests/support/databases.ts";
import { describeSchema, type SchemaDescription } from "#tests/support/schema-description.ts";

const FILES = ["schema.ts", "schema-house.ts", "schema-accounts.ts"];

/** Reads the schema as a compiler does: table → column → may it be null, has it a default? */
async function writtenSchema(): Promise<SchemaDescription["tables"]> {
  const paths = FILES.map((name) => new URL(`../../db/${name}`, import.meta.url));
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  const source = ts.createSourceFile("schema.ts", texts.join("\n"), ts.ScriptTarget.Latest);
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
  });
  const columnsOf = (name: string): SchemaDescription["tables"][string] => {
    const found = interfaces.get(name);
    if (!found) throw new Error(`the schema has no interface ${name}`);
    const parents = (found.heritageClauses ?? []).flatMap((clause) =>
      clause.types.map((type) => columnsOf(type.expression.getText(source))),
    );
    const own = found.members.filter(ts.isPropertySignature).map((member) => {
      const type = member.type?.getText(source) ?? "";
      const column = { nullable: /\| null$/.test(type), hasDefault: type.startsWith("Generated<") };
      return [member.name.getText(source), column] as const;
    });
    return Object.assign({}, ...parents, Object.fromEntries(own));
  };
  const schema = interfaces.get("Schema");
  const tables = schema?.members.filter(ts.isPropertySignature) ?? [];
  return Object.fromEntries(
    tables.map((table) => [
      table.name.getText(source),
      columnsOf(table.type?.getText(source) ?? ""),
    ]),
  );
}

type Columns = Record<string, readonly string[]>;

function columnsIn(tables: Record<string, object>): Columns {
  const named = Object.entries(tables).map(([table, columns]) => [
    table,
    Object.keys(columns).sort(),
  ]);
  return Object.fromEntries(named);
}

/** Every column of which /promises/data says what it is for and how long it stays. */
function notedColumns(): Columns {
  const tables = Object.values(words().dataHeld.groups).flatMap((group) =>
    Object.entries<{ columns: Record<string, readonly string[]> }>(group.tables),
  );
  const noted = tables.map(([table, { columns }]) => [
    table,
    Object.entries(columns)
      .filter(([, [why = "", kept = ""]]) => why.length > 2 && kept.length > 2)
      .map(([name]) => name)
      .sort(),
  ]);
  return Object.fromEntries(noted);
}

describe("the schema", () => {
  const found = new Map<string, SchemaDescription>();

  beforeAll(async () => {
    for (const dialect of DIALECTS) {
      const store = await connect(await freshDatabaseUrl(dialect));
      found.set(dialect, await describeSchema(store));
      await store.close();
    }
  });

  it.each(DIALECTS)("in code is the one in the store (%s)", async (dialect) => {
    const { schema_migrations: own, ...tables } = found.get(dialect)?.tables ?? {};
    const written = await writtenSchema();
    expect(Object.keys(written).length).toBeGreaterThan(20);
    expect(Object.keys(written["comments"] ?? {})).toContain("owner_mark");
    expect(own).toBeDefined();
    expect(tables).toEqual(written);
  });

  it.each(DIALECTS)(
    "has for each column a purpose and a time on /promises/data (%s)",
    (dialect) => {
      const stored = columnsIn(found.get(dialect)?.tables ?? {});
      expect(stored["sessions"]).toContain("account_mark");
      expect(notedColumns()).toEqual(stored);
      const { sessions, ...fewer } = notedColumns();
      expect(fewer).not.toEqual(stored);
      const without = (sessions ?? []).filter((name) => name !== "account_mark");
      expect({ ...fewer, sessions: without }).not.toEqual(stored);
      expect({ ...notedColumns(), moods: ["id"] }).not.toEqual(stored);
    },
  );

  it("has the same columns in code as on /promises/data", async () => {
    const written = columnsIn(await writtenSchema());
    const { schema_migrations: own, ...noted } = notedColumns();
    expect(own).toEqual(["name"]);
    expect(noted).toEqual(written);
  });

  it("is the same on both databases, indexes included", () => {
    expect(found.get("sqlite")?.indexes.length).toBeGreaterThan(20);
    expect(found.get("sqlite")?.indexes).toEqual(found.get("postgres")?.indexes);
  });
});
