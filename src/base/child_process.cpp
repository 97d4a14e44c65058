// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.hpp"

#include "base/require.hpp"

#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace poa {
namespace {

constexpr std::size_t errors_bytes_max = 4'000;
constexpr auto poll_interval = std::chrono::milliseconds(5);

/// `spare`: how much more may be used after the signal that says the limit is reached.
void set_limit(int what, std::size_t value, std::size_t spare = 0) {
    rlimit limit{value, value + spare};
    setrlimit(static_cast<__rlimit_resource_t>(what), &limit);
}

/// Between fork and exec only calls that are safe there; everything else was made before.
[[noreturn]] void become(const char* program, char* const* arguments, const char* folder, int input,
                         int output, int errors, const ChildLimits& limits) {
    static char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", lang[] = "LC_ALL=C.UTF-8",
                home[] = "HOME=/nonexistent";
    char* const environment[] = {path, lang, home, nullptr};
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    set_limit(RLIMIT_CPU, static_cast<std::size_t>(limits.cpu_seconds), 1); // else killed without saying why
    set_limit(RLIMIT_AS, limits.memory_bytes);
    set_limit(RLIMIT_FSIZE, limits.file_bytes);
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_NOFILE, static_cast<std::size_t>(limits.open_files));
    if (chdir(folder) != 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(126);
    for (int descriptor = 3; descriptor < 1024; ++descriptor) close(descriptor);
    execve(program, arguments, environment);
    _exit(127);
}

struct OpenFile {
    int descriptor = -1;
    OpenFile(const char* path, int flags) : descriptor(open(path, flags | O_CLOEXEC, 0600)) {
        if (descriptor < 0)
            throw MachineFailure(std::string("cannot open ") + path + ": " + std::strerror(errno));
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { close(descriptor); }
};

/// Waits until the child ends or its time is over. Its whole group goes before it is reaped: until then
/// nobody else can get its number.
int wait_for(pid_t child, int wall_seconds, bool& out_of_time) {
    auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(wall_seconds);
    for (;;) {
        siginfo_t ended{};
        if (waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 &&
            errno != EINTR)
            throw MachineFailure("a process cannot be waited for");
        if (ended.si_pid == child) break;
        out_of_time = std::chrono::steady_clock::now() > deadline;
        if (out_of_time) break;
        std::this_thread::sleep_for(poll_interval);
    }
    kill(-child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw MachineFailure("a process cannot be waited for");
    return status;
}

std::string first_errors(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(errors_bytes_max, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

ChildResult result_of(int status, bool out_of_time) {
    ChildResult result;
    if (out_of_time) {
        result.end = ChildResult::End::out_of_time;
    } else if (WIFSIGNALED(status)) {
        int signal = WTERMSIG(status);
        result.end = signal == SIGXCPU   ? ChildResult::End::out_of_cpu
                     : signal == SIGXFSZ ? ChildResult::End::output_too_large
                                         : ChildResult::End::killed;
    } else {
        result.exit_code = WEXITSTATUS(status);
    }
    return result;
}

} // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "poa-convert-XXXXXX";
    if (!mkdtemp(name.data())) // only we may read it, from the first moment
        throw MachineFailure(std::string("no temporary folder can be made: ") + std::strerror(errno));
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments,
                      const std::filesystem::path& folder, const ChildLimits& limits) {
    std::vector<std::string> words = arguments;
    words.insert(words.begin(), program);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::string errors_path = folder / "errors", output_path = folder / "output", where = folder;
    OpenFile input("/dev/null", O_RDONLY);
    OpenFile output(output_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
    OpenFile errors(errors_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
    pid_t child = fork();
    if (child < 0) throw MachineFailure(std::string("no process can be started: ") + std::strerror(errno));
    if (child == 0)
        become(program.c_str(), pointers.data(), where.c_str(), input.descriptor, output.descriptor,
               errors.descriptor, limits);
    setpgid(child, child);
    bool out_of_time = false;
    int status = wait_for(child, limits.wall_seconds, out_of_time);
    ChildResult result = result_of(status, out_of_time);
    result.errors = first_errors(errors_path);
    return result;
}

std::string find_program(const std::string& name) {
    if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0 ? name : std::string();
    for (const char* folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"})
        if (access((folder + name).c_str(), X_OK) == 0) return folder + name;
    return {};
}

} // namespace poa
