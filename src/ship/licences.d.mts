import type { Metafile } from "esbuild";

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly copyright: readonly string[];
  /** Paragraph by paragraph. */
  readonly text: readonly string[];
}

export function packagesIn(metafile: Metafile): readonly string[];
export function installedPackages(): readonly string[];
export function licenceOf(name: string): Licence;
export function licenceNotice(names: readonly string[]): string;
export function shippedPackages(inPage: readonly string[]): readonly (Licence & { readonly where: string })[];
export function thirdPartyText(inPage: readonly string[]): string;
