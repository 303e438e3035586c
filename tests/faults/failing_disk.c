/* Lets the system calls of one process fail on command, for the files of one folder: preloaded, and told from inside.
   Built by tests/faults/failing.py; see there for what is asked of it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, WRITE, READ, SYNC, UNLINK, OPEN };

static char folder[4096];
static int call, error, left, lasting, struck;

/* From now on the call number `number`, counted from 0, fails with `code`; with `stays`, and all after it. */
void fail_at(const char *where, int which, int code, int number, int stays) {
    strncpy(folder, where, sizeof folder - 1);
    call = which, error = code, left = number, lasting = stays, struck = 0;
}

int times_struck(void) { return struck; }

static int fails(int which, const char *path) {
    if (which != call || !folder[0] || strncmp(path, folder, strlen(folder))) return 0;
    if (left-- > 0 || (struck && !lasting)) return 0;
    struck++;
    errno = error;
    return 1;
}

static int fails_of(int which, int fd) {
    char link[64], path[4096];
    if (which != call) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return fails(which, path);
}

#define REAL(name) ({ static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name); real; })

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    return fails_of(WRITE, fd) ? -1 : REAL(pwrite64)(fd, data, size, at);
}
ssize_t pread64(int fd, void *data, size_t size, off64_t at) {
    return fails_of(READ, fd) ? -1 : REAL(pread64)(fd, data, size, at);
}
int fsync(int fd) { return fails_of(SYNC, fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails_of(SYNC, fd) ? -1 : REAL(fdatasync)(fd); }
int unlink(const char *path) { return fails(UNLINK, path) ? -1 : REAL(unlink)(path); }
int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    int mode = va_arg(more, int);
    va_end(more);
    return fails(OPEN, path) ? -1 : REAL(open64)(path, flags, mode);
}
