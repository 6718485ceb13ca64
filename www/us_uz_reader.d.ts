// What src/web/reader.rs offers to this shell, typed by hand like us_uz_explainer.d.ts. Each answer is JSON or plain text.

export class OwnDossier {
  constructor(bytes: Uint8Array);
  /** JSON of a list of problems; empty for a sound dossier, and only then the others are not ''. */
  problems(): string;
  digest(): string;
  /** BCP 47. */
  locale(): string;
  /** JSON: every record's card by its key. */
  cards(): string;
  /** JSON: the nodes of the text version. */
  text(): string;
  /** What the panel of the test computes from; '' if the dossier tests nothing. */
  panel(): string;
  free(): void;
}

export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
