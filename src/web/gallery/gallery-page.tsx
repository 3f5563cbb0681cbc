import "./gallery.css";
import { ColourSamples } from "./samples-colour.tsx";
import { ControlSamples } from "./samples-controls.tsx";
import { FrameSamples } from "./samples-frames.tsx";
import { GridSamples } from "./samples-grid.tsx";
import { ListSamples } from "./samples-lists.tsx";
import { NoticeSamples } from "./samples-notices.tsx";
import { SignatureSamples } from "./samples-signature.tsx";
import { TextSamples } from "./samples-texts.tsx";
import { ThemeSamples } from "./samples-themes.tsx";

/**
 * Every component in every state, for those who build pages (demo mode, /ui). The samples are in
 * English; the words inside the components follow the language of the page.
 */
export function GalleryPage() {
  return (
    <main id="main" className="gallery" lang="en" data-density="dense">
      <h1 id="page-title" tabIndex={-1}>
        Components
      </h1>
      <p className="muted">Names, firms and dates are invented samples.</p>
      <ColourSamples />
      <SignatureSamples />
      <GridSamples />
      <ControlSamples />
      <NoticeSamples />
      <ListSamples />
      <TextSamples />
      <FrameSamples />
      <ThemeSamples />
    </main>
  );
}
