import type { FileMetaData } from "hyparquet";

export type RowGroup = FileMetaData["row_groups"][number];
export type ColumnChunk = NonNullable<RowGroup["columns"][number]["meta_data"]>;
