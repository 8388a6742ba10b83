import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
const MATRIX = "tests/samples/matrix.npy";
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-1536&k=8");
  await page.getByRole("radio", { name: "Turn" }).waitFor();
});
beforeEach(async () => {
  while (await dialog().isVisible()) await page.keyboard.press("Escape");
});

const dialog = () => page.getByRole("dialog", { name: "Open data" });
const button = (name: string) => dialog().getByRole("button", { name, exact: true });
const openDialog = () => page.getByRole("button", { name: "Open data", exact: true }).click();
const dataset = () => page.getByRole("combobox", { name: "Dataset" }).textContent();

/** Opens what was found, and waits for its first frame. */
async function open(): Promise<void> {
  await button("Open").click();
  await dialog().waitFor({ state: "detached" });
  await page.waitForFunction(() => window.matryoscope.frame() !== null);
}

/** Drops files on the page, as the browser hands them to it. */
async function drop(files: { name: string; bytes: Buffer }[], wait = true): Promise<void> {
  const parts = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  await page.evaluate(async (given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    for (const type of ["dragenter", "dragover", "drop"]) {
      const init = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.querySelector(".cloud")!.dispatchEvent(new DragEvent(type, init));
    }
  }, parts);
  if (wait) await button("Open").waitFor();
}

test("a file that is dropped is looked at first, and opened without a request to anyone", async () => {
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(request.url());
  // With the dialog open, which the target for drops lies over.
  await openDialog();
  await drop([{ name: "mine.npy", bytes: readFileSync(MATRIX) }]);
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  expect(
    await dialog()
      .getByText(/^lengths/)
      .textContent(),
  ).toBe("lengths 4.75 to 8.44");
  expect(await dataset()).toContain("WordNet");
  page.on("request", note);
  await open();
  await page.evaluate(() => window.matryoscope.setState({ k: 96 }));
  page.off("request", note);
  // The page fetches parts of itself; nothing else is asked for anything.
  const own = new URL("assets/", page.url().split("#")[0]).href;
  expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith("blob:"))).toEqual([]);
  expect(await dataset()).toContain("mine");
  expect(await page.getByRole("slider", { name: "Dimensions" }).getAttribute("aria-valuetext")).toBe(
    "96 of 96 dimensions",
  );
});

test("files are chosen from the machine, as a sample of a name and precision of the user's choice", async () => {
  await openDialog();
  await dialog().getByLabel("Files to open").setInputFiles(MATRIX);
  await dialog().getByRole("textbox", { name: "Name of the space" }).fill("My <b>vectors</b>");
  await dialog().getByRole("radio", { name: "A random sample" }).check();
  await dialog().getByRole("spinbutton", { name: "Rows drawn" }).fill("120");
  await dialog()
    .getByRole("radio", { name: /^float16/ })
    .check();
  expect(await dialog().getByRole("combobox", { name: "Vectors" }).textContent()).toBe("matrix.npy · 96 dims");
  await open();
  expect(await dataset()).toContain("My <b>vectors</b>");
  expect(await dataset()).toContain("120 of 500");
  expect(await page.evaluate(() => window.matryoscope.frame()!.scores.length)).toBe(360);
});

test("a bad file after a good one is told in the dialog, and the space that was open stays", async () => {
  const before = await dataset();
  await drop([{ name: "broken.npy", bytes: readFileSync(MATRIX).subarray(0, 5_000) }], false);
  const alert = dialog().getByRole("alert");
  await alert.getByText("broken.npy").waitFor();
  expect(await dialog().getByRole("button", { name: "Choose files…" }).isVisible()).toBe(true);
  await drop([{ name: "matrix.npy", bytes: readFileSync(MATRIX) }]);
  expect(await alert.count()).toBe(0);
  await button("Cancel").click();
  await dialog().waitFor({ state: "detached" });
  expect(await dataset()).toBe(before);
  expect(await page.evaluate(() => window.matryoscope.frame() !== null)).toBe(true);
});

test("what was typed is still there when the dialog is opened again", async () => {
  await openDialog();
  await dialog().getByRole("tab", { name: "Hugging Face" }).click();
  await dialog().getByRole("textbox", { name: "Name of the dataset" }).fill("no owner");
  await page.keyboard.press("Enter");
  await dialog().getByRole("alert").getByText("“no owner” is no name of a dataset.").waitFor();
  await button("Close").click();
  await page.keyboard.press("o");
  expect(await dialog().getByRole("textbox", { name: "Name of the dataset" }).inputValue()).toBe("no owner");
});

test("rows that were left out are counted, and listed in a file with place and reason", async () => {
  const bytes = Buffer.from(readFileSync(MATRIX));
  // Behind the header of 128 bytes: the first value of the fourth row, the last of the 500th.
  bytes.writeFloatLE(Number.NaN, 128 + 3 * 96 * 4);
  bytes.writeFloatLE(Number.POSITIVE_INFINITY, 128 + (500 * 96 - 1) * 4);
  await drop([{ name: "holes.npy", bytes }]);
  await open();
  await page.getByText("2 rows were left out.").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the list as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("holes-rows-left-out.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines.map((line) => line.split(",")[0])).toEqual(["row", "4", "500"]);
  expect(lines[1]).toContain("dimension 1 that is not a finite number");
  expect(lines[2]).toContain("dimension 96 that is not a finite number");
});
