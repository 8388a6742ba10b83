import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

// Every control of the page by role and name: with the mouse, with the keyboard alone, and by touch.

const LINK = "#data=wordnet-mrl-3072&k=64";
const browser = testBrowser([], "quickPage");

/** How a person works a control. */
interface Hand {
  press(control: Locator): Promise<void>;
  /** Chooses a radio button that is not checked. */
  choose(radio: Locator, group: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
}

// Tab leads to every control in turn, and from the last one to the first again.
async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  await control.waitFor();
  const there = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120 && !(await there()); presses++) await page.keyboard.press("Tab");
  expect(await there(), `Tab leads to ${control}`).toBe(true);
}

const hasFocus = (control: Locator) => control.evaluate((element) => element.contains(document.activeElement));

const hands: Record<string, (page: Page) => Hand> = {
  "the mouse": () => ({
    press: (control) => control.click(),
    choose: (radio) => radio.click({ force: true }),
    write: (field, text) => field.fill(text),
  }),
  "the keyboard alone": (page) => ({
    async press(control) {
      await tabTo(control);
      await page.keyboard.press("Enter");
    },
    async choose(radio, group) {
      await tabTo(group.getByRole("radio", { checked: true }));
      const chosen = () => radio.isChecked();
      for (let presses = 0; presses < 4 && !(await chosen()); presses++) await page.keyboard.press("ArrowRight");
    },
    async write(field, text) {
      await tabTo(field);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
  }),
  touch: () => ({
    press: (control) => control.tap(),
    choose: (radio) => radio.tap({ force: true }),
    async write(field, text) {
      await field.tap();
      await field.fill(text);
    },
  }),
};
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.each(Object.keys(hands))("with %s", (name) => {
  test("every control does what its name says", async () => {
    const page = await browser.open(LINK, name === "touch" ? PHONE : {});
    await page.addInitScript(() => localStorage.setItem("matryoscope.first-steps", "done"));
    await page.reload();
    await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
    const hand = hands[name](page);
    const button = (label: string | RegExp) => page.getByRole("button", { name: label, exact: true });
    const state = () => page.evaluate(() => window.matryoscope.getState());
    const expectState = (part: object) => expect.poll(state).toMatchObject(part);
    const pressed = (control: Locator) => expect.poll(() => control.getAttribute("aria-pressed"));
    const shown = (control: Locator) => expect.poll(() => control.count());

    // The timeline.
    await hand.press(button("Play"));
    await hand.press(button("Pause"));
    await button("Play").waitFor();
    await hand.press(button(/^Speed and range/));
    // What hears Escape takes the focus as it comes.
    const playback = page.getByRole("dialog", { name: "Playback" });
    await expect.poll(() => hasFocus(playback)).toBe(true);
    await page.keyboard.press("Escape");
    await shown(page.getByRole("dialog")).toBe(0);
    await hand.choose(page.getByRole("radio", { name: "Unit" }), page.getByRole("radiogroup", { name: "Mode" }));
    await expectState({ mode: "unit" });
    await hand.choose(page.getByRole("radio", { name: "Raw" }), page.getByRole("radiogroup", { name: "Mode" }));
    await expectState({ mode: "raw" });
    await hand.choose(page.getByRole("radio", { name: "Linear" }), page.getByRole("radiogroup", { name: "Scale" }));
    await expectState({ scale: "linear" });
    await hand.press(button(/type another number$/));
    await hand.write(page.getByRole("textbox", { name: /^Number of dimensions/ }), "100");
    await page.keyboard.press("Enter");
    await expectState({ k: 100 });

    // The bar. On a phone it has no room for all.
    const more = async () => {
      if (name === "touch") await hand.press(button("More"));
    };
    await more();
    const theme = button(/^Theme: /);
    const before = await theme.getAttribute("aria-label");
    await hand.press(theme);
    await more();
    await expect.poll(() => theme.getAttribute("aria-label")).not.toBe(before);
    await hand.press(button("Help"));
    await hand.press(page.getByRole("dialog").getByRole("button", { name: "Close" }));
    await shown(page.getByRole("dialog")).toBe(0);
    await hand.press(page.getByRole("combobox", { name: "Dataset" }));
    await page.getByRole("option", { name: /plain/ }).waitFor();
    const list = page.getByRole("listbox");
    await expect.poll(() => hasFocus(list)).toBe(true);
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });

    // The legend.
    await hand.press(page.getByRole("combobox", { name: "Colour by" }));
    const score = page.getByRole("option", { name: "Score on axis 1" });
    await score.waitFor();
    if (name === "the keyboard alone") {
      const focused = () => list.evaluate(() => document.activeElement?.textContent);
      await expect.poll(() => hasFocus(list)).toBe(true);
      for (let presses = 0; presses < 12 && !(await hasFocus(score)); presses++) {
        const before = await focused();
        await page.keyboard.press("ArrowDown");
        // The list leads the focus on when the key has been answered.
        await expect.poll(focused).not.toBe(before);
      }
      await page.keyboard.press("Enter");
    } else await hand.press(score);
    await expectState({ color: "axis1" });
    await hand.press(button("Undo"));
    await expectState({ color: "category" });
    await hand.press(button("Redo"));
    await expectState({ color: "axis1" });
    await hand.press(button("Undo"));
    const animals = button(/^animal/);
    await hand.press(animals);
    await pressed(animals).toBe("false");
    await hand.press(button("Show all"));
    await pressed(animals).toBe("true");

    // The view.
    for (const label of [/^Ghost/, "Trails", "True size"]) {
      await hand.press(button(label));
      await pressed(button(label)).toBe("true");
      await hand.press(button(label));
      await pressed(button(label)).toBe("false");
    }
    const tools = page.getByRole("radiogroup", { name: "A drag on the cloud" });
    for (const tool of ["Box", "Lasso", "Turn"]) {
      await hand.choose(page.getByRole("radio", { name: tool }), tools);
      await expect.poll(() => page.getByRole("radio", { name: tool }).isChecked()).toBe(true);
    }
    await page.evaluate(() => window.matryoscope.setState({ cam: [2, 2, 2, 0, 0, 0] }));
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("cam=");
    await hand.press(button("Reset view"));
    await expect.poll(() => page.evaluate(() => location.hash)).not.toContain("cam=");

    // The panel.
    await hand.write(page.getByRole("searchbox", { name: "Search points" }), "leopard");
    await hand.press(page.getByRole("region", { name: "Points" }).getByRole("button", { name: "snow leopard" }));
    await expect.poll(async () => (await state()).sel?.length).toBe(1);
    await hand.press(page.getByRole("tab", { name: "Points" }));
    await hand.press(button("Close the panel"));
    await shown(page.getByRole("region", { name: "Points" })).toBe(0);
    await hand.press(button("Isolate"));
    await hand.press(button("Show all"));
    await hand.press(button("Clear"));
    await expect.poll(async () => (await state()).sel ?? []).toEqual([]);

    // The focus goes from a name to the tab in its place, and the arrows lead on from there.
    const panels = page.getByRole("navigation", { name: "Panels" });
    await hand.press(panels.getByRole("button", { name: "Points" }));
    const isOn = (panel: string) => expect.poll(() => hasFocus(page.getByRole("tab", { name: panel }))).toBe(true);
    await isOn("Points");
    for (const panel of ["Table", "Space", "Retrieval", "Compare"]) {
      if (name === "the keyboard alone") await page.keyboard.press("ArrowRight");
      else await hand.press(page.getByRole("tab", { name: panel }));
      await page.getByRole("region", { name: panel, exact: true }).waitFor();
      await isOn(panel);
    }
    await hand.press(button("Close the panel"));
    await shown(panels).toBe(1);

    // The slider and the cloud, once the slider can be moved to its end.
    await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
    await page.evaluate(() => window.matryoscope.setState({ k: 100 }));
    const slider = page.getByRole("slider", { name: "Dimensions" });
    if (name === "the keyboard alone") {
      await tabTo(slider);
      await page.keyboard.press("End");
      await tabTo(page.getByRole("img", { name: "Point cloud" }));
    } else {
      const track = await page.locator(".slider-track").boundingBox();
      if (!track) throw new Error("no track");
      const [x, y] = [track.x + track.width - 1, track.y + track.height / 2];
      await (name === "touch" ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
    }
    await expectState({ k: 3072 });
    await page.context().close();
  });
});
