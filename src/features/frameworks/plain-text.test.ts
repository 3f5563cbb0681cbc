import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainText } from "./plain-text.ts";

const plain = (html: string) => toPlainText(html).text;

describe("plain text of a national text", () => {
  it.each([
    ["<p>Yksi</p><p>kaksi</p>", "Yksi\nkaksi"],
    ["<ul>\n\t<li>mittaa</li>\n\t<li>leikkaa</li>\n</ul>", "mittaa\nleikkaa"],
    ["rivi<br/>toinen<br>kolmas", "rivi\ntoinen\nkolmas"],
    [
      '<dl><dt><i>Opiskelija</i></dt><dd style="display: list-item;">tekee</dd></dl>',
      "Opiskelija\ntekee",
    ],
    ["<b>liha</b>voitu <em>sana</em>", "lihavoitu sana"],
    ["luku&nbsp;5 &sect; &auml;&Ouml; &#228; &#xE4; &ndash; &#150;", "luku 5 § äÖ ä ä – –"],
    ["tavu&shy;viiva ja AT&T, R&D; &tuntematon;", "tavuviiva ja AT&T, R&D; &tuntematon;"],
    ["alle <5 mm, a < b ja c > d", "alle <5 mm, a < b ja c > d"],
    ["<p title='a>b'>teksti</p>", "teksti"],
    ["<!-- piilo -->näkyy<![CDATA[x]]>", "näkyy"],
    ['<o:p></o:p><font face="x">Word</font>', "Word"],
    ["yksi\nkaksi", "yksi\nkaksi"],
    ["nolla\u0000merkki ja \uD800 pari", "nollamerkki ja \uFFFD pari"],
  ])("%s", (html, expected) => {
    expect(plain(html)).toBe(expected);
  });

  it.each([
    "ennen<script>alert('x')</script>jälkeen",
    "ennen<SCRIPT src=//x>alert(1)</ScRiPt >jälkeen",
    "ennen<style>p{}</style>jälkeen",
    "ennen&lt;script&gt;alert(1)&lt;/script&gt;jälkeen",
    "ennen<scr<b>ipt>jälkeen",
    "ennen<img src=x onerror=alert(1)>jälkeen",
    "ennen<svg onload=alert(1)><a></a></svg>jälkeen",
  ])("scripts and other active content never reach a reader: %s", (html) => {
    expect(plain(html)).not.toMatch(/alert|<|script>/i);
    expect(plain(html)).toMatch(/^ennen/);
  });

  it("tells when active content was taken out, and not for ordinary markup", () => {
    expect(toPlainText("<p>a</p>").activeRemoved).toBe(false);
    expect(toPlainText("a<script>b</script>").activeRemoved).toBe(true);
    expect(toPlainText("a&lt;iframe src=x&gt;b").activeRemoved).toBe(true);
  });

  it("leaves nothing a browser would read as a tag, whatever is written", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "</",
      "script",
      "b",
      " ",
      "a=",
      '"',
      "'",
      "&lt;",
      "&gt;",
      "&amp;",
      "!--",
      "-->",
      "p",
      "ä",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join("")),
        (html) => {
          expect(plain(html)).not.toMatch(/<\/?[a-z][a-z0-9:-]{0,40}(?=[\s/>])[^<]*>/i);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("takes time in proportion to the length, also of nonsense", { timeout: 60_000 }, () => {
    for (const nonsense of ["<", "<a '", "<script ", "<b", "<!--", "&amp;", "<<b>", "</script "]) {
      const started = performance.now();
      toPlainText(`${nonsense.repeat(100_000)}>`);
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
