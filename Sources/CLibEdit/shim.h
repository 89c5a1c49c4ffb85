// libedit's native interface, and inline functions for its variadic setters, which Swift cannot call.
#ifndef MMP_CLIBEDIT_SHIM_H
#define MMP_CLIBEDIT_SHIM_H

#include <histedit.h>
#include <stdio.h>

typedef char *(*clibedit_prompt)(EditLine *);
typedef unsigned char (*clibedit_command)(EditLine *, int);

/// An editor on the standard streams, which Swift 6 does not let us name.
static inline EditLine *clibedit_init(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}
static inline void clibedit_set_context(EditLine *editor, void *context) {
  el_set(editor, EL_CLIENTDATA, context);
}
static inline void *clibedit_context(EditLine *editor) {
  void *context = NULL;
  el_get(editor, EL_CLIENTDATA, &context);
  return context;
}
static inline void clibedit_set_prompt(EditLine *editor, clibedit_prompt prompt) {
  el_set(editor, EL_PROMPT, prompt);
}
static inline void clibedit_use_emacs_keys(EditLine *editor) { el_set(editor, EL_EDITOR, "emacs"); }
static inline void clibedit_read_keys(EditLine *editor, el_rfunc_t read) {
  el_wset(editor, EL_GETCFN, read);
}
/// What the editor does without a reader of its own: reads a character of UTF-8. `read` is its reader
/// again afterwards.
static inline int clibedit_read_character(EditLine *editor, wchar_t *character, el_rfunc_t read) {
  el_wset(editor, EL_GETCFN, EL_BUILTIN_GETCFN);
  int count = el_wgetc(editor, character);
  el_wset(editor, EL_GETCFN, read);
  return count;
}
/// Makes Ctrl-C, Ctrl-Z and Ctrl-\ ordinary keys while a line is edited, and keeps the terminal
/// quiet between two lines.
static inline void clibedit_quieten(EditLine *editor) {
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor, EL_SETTY, "-x", "-isig", "-icanon", "-echo", NULL);
}
static inline void clibedit_add_command(EditLine *editor, const char *name, clibedit_command run) {
  el_set(editor, EL_ADDFN, name, name, run);
}
static inline void clibedit_bind(EditLine *editor, const char *key, const char *command) {
  el_set(editor, EL_BIND, key, command, NULL);
}
static inline void clibedit_use_history(EditLine *editor, History *lines) {
  el_set(editor, EL_HIST, history, lines);
}
static inline void clibedit_limit_history(History *lines, int count) {
  HistEvent event;
  history(lines, &event, H_SETSIZE, count);
  history(lines, &event, H_SETUNIQUE, 1);
}
static inline void clibedit_remember(History *lines, const char *line) {
  HistEvent event;
  history(lines, &event, H_ENTER, line);
}

#endif
