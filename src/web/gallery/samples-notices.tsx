import { Moon } from "lucide-react";
import { useState } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Note } from "../ui/note.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ToastProvider, useToast } from "../ui/toast.tsx";
import { GallerySection } from "./gallery-section.tsx";

export function NoticeSamples() {
  return (
    <>
      <GallerySection title="Notices, badges">
        <div className="gallery-columns">
          <Note kind="stop" lead="Cannot start yet." action={<Button>Prepare notice</Button>}>
            The notice of hot work is not sent.
          </Note>
          <Note kind="wait" lead="Waits for Mika.">
            Sent Friday 14:30.
          </Note>
          <Note>Limits lift on Onni’s birthday.</Note>
          <Note kind="ok" lead="Safe.">
            Received at 15:12.
          </Note>
        </div>
        <div className="row row-wrap">
          <Badge kind="ok">Valid</Badge>
          <Badge kind="wait">Ends in 7 days</Badge>
          <Badge kind="stop">Insurance ended</Badge>
          <Badge kind="info">Under 18</Badge>
          <Badge icon={Moon}>Rests to 11 Dec</Badge>
        </div>
      </GallerySection>
      <GallerySection title="Toast, dialog">
        <ToastProvider>
          <div className="row row-wrap">
            <ToastSample />
            <DialogSample />
          </div>
        </ToastProvider>
      </GallerySection>
      <GallerySection title="Empty, loading">
        <div className="gallery-columns">
          <Card>
            <EmptyState title="Nobody needs you now">
              <p>The next talk is Thursday 10:00 with Helmi.</p>
            </EmptyState>
          </Card>
          <Skeleton />
        </div>
      </GallerySection>
    </>
  );
}

function ToastSample() {
  const say = useToast();
  return (
    <Button onClick={() => say({ text: "Nudge sent to Mika by text", undo: () => undefined })}>
      Nudge
    </Button>
  );
}

function DialogSample() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        End the placement…
      </Button>
      <Dialog
        open={open}
        title="End Onni’s placement?"
        onClose={close}
        actions={
          <>
            <Button kind="danger" size="tall" onClick={close}>
              End the placement
            </Button>
            <Button size="tall" onClick={close}>
              Keep it going
            </Button>
          </>
        }
      >
        <p>Last day is today. LVI-Niemi and Onni are told at once.</p>
      </Dialog>
    </>
  );
}
