import { expect, test } from "vitest";
import { fileAddress, nameOf } from "./addresses";

test.each([
  ["https://example.org/a/x.npy#part", "https://example.org/a/x.npy"],
  ["  example.org/x.npy ", "https://example.org/x.npy"],
  ["localhost:8000/x.npy", "http://localhost:8000/x.npy"],
  ["127.0.0.1:8000/x.npy", "http://127.0.0.1:8000/x.npy"],
  ["example.org:8443/x.npy", "https://example.org:8443/x.npy"],
  ["http://localhost:8000/x.npy", "http://localhost:8000/x.npy"],
  ["https://github.com/o/r/blob/main/data/x%20y.csv", "https://raw.githubusercontent.com/o/r/main/data/x%20y.csv"],
  ["https://github.com/o/r/raw/v1.0/x.npy", "https://raw.githubusercontent.com/o/r/v1.0/x.npy"],
  ["https://gist.github.com/someone/0a1b2c", "https://gist.githubusercontent.com/someone/0a1b2c/raw"],
  ["https://gitlab.com/g/sub/p/-/blob/main/x.npy", "https://gitlab.com/g/sub/p/-/raw/main/x.npy"],
  [
    "https://huggingface.co/datasets/o/n/blob/main/data/train-00000-of-00002.parquet",
    "https://huggingface.co/datasets/o/n/resolve/main/data/train-00000-of-00002.parquet",
  ],
  [
    "https://hf.co/datasets/o/n/resolve/main/x.npy?download=true",
    "https://huggingface.co/datasets/o/n/resolve/main/x.npy",
  ],
  ["hf://datasets/o/n@v2/data/x.parquet", "https://huggingface.co/datasets/o/n/resolve/v2/data/x.parquet"],
  ["s3://bucket/key/x.parquet", "https://bucket.s3.amazonaws.com/key/x.parquet"],
  ["gs://bucket/key/x.parquet", "https://storage.googleapis.com/bucket/key/x.parquet"],
])("%s is read at %s", (typed, read) => {
  expect(fileAddress(typed).href).toBe(read);
});

test.each([
  ["https://drive.google.com/file/d/1AbC/view?usp=sharing", "Google Drive"],
  ["https://www.dropbox.com/scl/fi/abc/x.npy?rlkey=1&dl=0", "Dropbox"],
  ["https://1drv.ms/u/s!abc", "OneDrive"],
  ["https://www.kaggle.com/datasets/o/n", "Kaggle"],
])("%s is told to be downloaded, as %s lets no page read", (typed, host) => {
  expect(() => fileAddress(typed)).toThrow(`A link of ${host} leads to a page`);
});

test.each(["", "vectors", "file:///etc/passwd", "javascript:alert(1)", "https://", "C:\\data\\x.npy"])(
  "“%s” is no address",
  (typed) => {
    expect(() => fileAddress(typed)).toThrow("is not the address of a file on the web");
  },
);

test("a file is called by the end of its address, unescaped", () => {
  expect(nameOf(new URL("https://h.org/a/my%20vectors.npy?x=1"))).toBe("my vectors.npy");
  expect(nameOf(new URL("https://h.org/a/100%25%.npy"))).toBe("100%25%.npy");
  expect(nameOf(new URL("https://h.org/"))).toBe("h.org");
});
