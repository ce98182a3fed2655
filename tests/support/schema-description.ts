import { sql } from "kysely";
import type { Store } from "#db/connect.ts";

interface ColumnDescription {
  nullable: boolean;
  hasDefault: boolean;
}

export interface SchemaDescription {
  tables: Record<string, Record<string, ColumnDescription>>;
  indexes: string[];
}

/** The tables, columns and named indexes of a store, the same words on both dialects. */
export async function describeSchema(store: Store): Promise<SchemaDescription> {
  const tables: SchemaDescription["tables"] = {};
  for (const table of await store.read.introspection.getTables()) {
    tables[table.name] = Object.fromEntries(
      table.columns.map((column) => [
        column.name,
        { nullable: column.isNullable, hasDefault: column.hasDefaultValue },
      ]),
    );
  }
  const { rows } = await (store.dialect === "sqlite"
    ? sql<{ name: string }>`select name from sqlite_master where type = 'index' and sql is not null
        order by name`
    : sql<{ name: string }>`select c.relname as name from pg_index i
        join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and not exists
          (select 1 from pg_constraint k where k.conindid = i.indexrelid)
        order by c.relname collate "C"`
  ).execute(store.read);
  return { tables, indexes: rows.map(({ name }) => name) };
}

/** Everything the database itself knows of its schema, word for word; for the same dialect only. */
export async function fullSchema(store: Store): Promise<string[]> {
  const { rows } = await (store.dialect === "sqlite"
    ? sql<{ line: string }>`select type || ' ' || name || ' ' || coalesce(sql, '') as line
        from sqlite_master order by type, name`
    : sql<{ line: string }>`select line from (
        select format('%s.%s %s %s %s %s %s', table_name, column_name, data_type, collation_name,
          is_nullable, column_default, ordinal_position) as line
          from information_schema.columns where table_schema = 'public'
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
          from pg_constraint where connamespace = 'public'::regnamespace
      ) as lines order by line collate "C"`
  ).execute(store.read);
  return rows.map(({ line }) => line);
}
