/* SPDX-License-Identifier: GPL-3.0-or-later
   GNU readline for Swift: stdio.h must come first, and globals are reached through functions,
   because Swift 6 refuses shared mutable state. What Swift's own Glibc module lacks (signalfd,
   wcwidth, the window size) stands here as well: it is needed by the same layer. */
#ifndef DRILLHALL_CREADLINE_SHIM_H
#define DRILLHALL_CREADLINE_SHIM_H
#include <stdio.h>
#include <langinfo.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <readline/readline.h>
#include <readline/history.h>

/* ---- readline: settings ---------------------------------------------------------------- */

/* Takes the terminal as readline does, but so that a read never waits: when ^C throws away what
   was typed, it may do so between poll and read, and a read that waits would see no signal. */
static inline void drillhall_rl_prep(int meta) {
  struct termios modes;
  rl_prep_terminal(meta);
  if (tcgetattr(0, &modes) == 0 && modes.c_cc[VMIN] != 0) {
    modes.c_cc[VMIN] = 0;
    modes.c_cc[VTIME] = 0;
    tcsetattr(0, TCSANOW, &modes);
  }
}

/* The host program handles signals and the environment itself; the hooks stand for the life
   of the process. `deprep` must not give the terminal back between two prompts. */
static inline void drillhall_rl_adopt(
    int (*getc)(FILE *), int (*available)(void), void (*deprep)(void)) {
  rl_readline_name = "drillhall";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_instream = stdin;
  rl_outstream = stdout;
  rl_getc_function = getc;
  rl_input_available_hook = available;
  rl_prep_term_function = drillhall_rl_prep;
  rl_deprep_term_function = deprep;
}

static inline char *drillhall_rl_no_candidate(const char *text, int state) {
  (void)text;
  (void)state;
  return NULL;
}

/* Readline's own completion offers nothing, whatever way it may be reached. */
static inline void drillhall_rl_complete_nothing(void) {
  rl_completion_entry_function = drillhall_rl_no_candidate;
  rl_attempted_completion_over = 1;
}

/* Unbinds every key, in this map and the maps below it, whose function is not among `kept`. */
static inline void drillhall_rl_keep_only(
    Keymap map, rl_command_func_t *const *kept, size_t count, int depth) {
  if (map == NULL || depth > 8) {
    return;
  }
  for (int key = 0; key < KEYMAP_SIZE; key++) {
    if (map[key].type == ISKMAP) {
      drillhall_rl_keep_only((Keymap)(void *)map[key].function, kept, count, depth + 1);
      continue;
    }
    int found = 0;
    for (size_t i = 0; map[key].type == ISFUNC && i < count && !found; i++) {
      found = map[key].function == kept[i];
    }
    if (!found) {
      map[key].type = ISFUNC;
      map[key].function = NULL;
    }
  }
}

/* ---- readline: the line ---------------------------------------------------------------- */

static inline const char *drillhall_rl_line(void) { return rl_line_buffer; }
static inline int drillhall_rl_point(void) { return rl_point; }
static inline void drillhall_rl_set_point(int point) { rl_point = point; }
static inline int drillhall_rl_end(void) { return rl_end; }
static inline int drillhall_rl_is_searching(void) {
  return RL_ISSTATE(RL_STATE_ISEARCH) != 0;
}

/* Whether a whole key sequence ends at a function, not in the middle of a longer one. */
static inline int drillhall_rl_is_bound(const char *sequence, size_t length) {
  int type = 0;
  rl_command_func_t *function = rl_function_of_keyseq_len(sequence, length, NULL, &type);
  return function != NULL && type == ISFUNC;
}

/* ---- what Glibc's module lacks --------------------------------------------------------- */

/* From <wchar.h>, where it is declared only under _XOPEN_SOURCE. */
extern int wcwidth(wchar_t character);

static inline int drillhall_column_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static inline int drillhall_locale_is_utf8(void) {
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static inline int drillhall_signalfd(const sigset_t *set) {
  return signalfd(-1, set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* The number of the next pending signal, or 0. */
static inline int drillhall_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  ssize_t count = read(descriptor, &info, sizeof info);
  return count == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

/* Whether whoever started this process asked it to ignore the signal (nohup does). */
static inline int drillhall_signal_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* Columns of the terminal behind a descriptor, or 0. */
static inline int drillhall_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
#endif
