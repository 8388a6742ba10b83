import { expect, test } from "vitest";
import { datasetName, isDatasetPage } from "./dataset-name";

const NAME = "Qdrant/dbpedia-entities-openai3-text-embedding-3-large-3072-1M";

test.each([
  NAME,
  ` ${NAME} `,
  `https://huggingface.co/datasets/${NAME}`,
  `huggingface.co/datasets/${NAME}/`,
  `https://huggingface.co/datasets/${NAME}/viewer/default/train?row=1`,
  `https://hf.co/datasets/${NAME}/tree/main/data`,
  `hf://datasets/${NAME}@main`,
  `datasets/${NAME}`,
])("%s names a dataset", (typed) => {
  expect(datasetName(typed)).toBe(NAME);
});

test("an old dataset has no owner", () => {
  expect(datasetName("squad")).toBe("squad");
});

test.each([
  "",
  "a/b/c",
  "../secret",
  "a/..",
  "owner/na me",
  "o/<b>x</b>",
  "o/a--b",
  "o/a..b",
  "-a/b",
  `o/${"x".repeat(97)}`,
])("“%s” names none", (typed) => {
  expect(() => datasetName(typed)).toThrow("is not the name of a dataset on Hugging Face");
});

test("the page of a dataset is told from one of its files", () => {
  expect(isDatasetPage(`https://huggingface.co/datasets/${NAME}`)).toBe(true);
  expect(isDatasetPage(`https://huggingface.co/datasets/${NAME}/tree/main`)).toBe(true);
  expect(isDatasetPage(`https://huggingface.co/datasets/${NAME}/resolve/main/data/x.parquet`)).toBe(false);
  expect(isDatasetPage("https://huggingface.co/Qdrant/model")).toBe(false);
});
