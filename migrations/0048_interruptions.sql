-- An interruption that has not begun may be taken away again; the history keeps that it was there.
grant delete on interruption to kisalli_app;
