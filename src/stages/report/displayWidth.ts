/** How many columns of a terminal a text takes: Chinese, Japanese, Korean and emoji take two each, combining marks none. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** Fills up to a width. Negative widths fill on the left. */
export function padded(text: string, width: number): string {
  const fill = " ".repeat(Math.max(0, Math.abs(width) - displayWidth(text)));
  return width < 0 ? fill + text : text + fill;
}

/** Made when a text needs it: making one takes half as long as Node.js takes to start. */
let graphemes: Intl.Segmenter | undefined;

/** Marks, joiners and other characters that only change what they stand with. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** What is drawn as an emoji by itself, or is made one by U+FE0F. */
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** The blocks of Unicode whose East_Asian_Width (UAX #11) is W or F. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;

function graphemeWidth(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}
