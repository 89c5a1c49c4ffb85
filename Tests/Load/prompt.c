/* The least a console can do: a prompt and an answer to each line. It is the shell of the reference
   server, so that what remains of a round trip is sshd's part. */
#include <stdio.h>
#include <string.h>

int main(void) {
  char line[512];
  for (;;) {
    fputs("cms1a> ", stdout);
    fflush(stdout);
    if (!fgets(line, sizeof line, stdin)) return 0;
    if (strcmp(line, "exit\n") == 0) return 0;
    fputs("User supplied certificates and keys:\n", stdout);
  }
}
