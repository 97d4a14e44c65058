// SPDX-License-Identifier: Apache-2.0
#include "app/postgres_tools.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "storage/descriptor.hpp"

#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT: the name is POSIX's

namespace poa::app {
namespace {

constexpr std::size_t words_kept_max = 2000;

/// The child's standard input and output are /dev/null, its standard error is the pipe.
class SpawnActions {
  public:
    explicit SpawnActions(int standard_error) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, standard_error, STDERR_FILENO);
    }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environment_with(const std::string& password) {
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (password.empty() || !std::string_view(*entry).starts_with("PGPASSWORD="))
            environment.emplace_back(*entry);
    if (!password.empty()) environment.push_back("PGPASSWORD=" + password);
    return environment;
}

std::string read_to_end(const storage::Descriptor& from) {
    std::string all;
    char piece[4096];
    for (;;) {
        const ssize_t count = ::read(from.number(), piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        all.append(piece, static_cast<std::size_t>(count));
    }
    if (all.size() > words_kept_max) all.erase(0, all.size() - words_kept_max);
    return std::string(trim(all));
}

int wait_for(pid_t child) {
    int status = -1; // neither ended nor killed: a failure
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

pid_t spawn(std::vector<std::string> words, const std::string& password, int standard_error) {
    std::vector<std::string> environment = environment_with(password);
    SpawnActions actions(standard_error);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, words.front().c_str(), actions.get(), nullptr,
                                     pointers_to(words).data(), pointers_to(environment).data());
    if (error == ENOENT)
        throw MachineFailure(fmt::format(
            "The program {} is missing. Install it with: apt-get install postgresql-client", words.front()));
    if (error != 0)
        throw MachineFailure(
            fmt::format("The program {} cannot be started: {}.", words.front(), storage::words_of(error)));
    return child;
}

/// Takes the value of `password` out of an address' query.
std::string take_from_query(std::string& address) {
    std::size_t question = address.find('?');
    if (question == std::string::npos) return {};
    std::string password;
    std::vector<std::string> kept;
    for (std::string_view part : split(std::string_view(address).substr(question + 1), '&')) {
        if (part.starts_with("password="))
            password = percent_decode(part.substr(9)).value_or("");
        else if (!part.empty())
            kept.emplace_back(part);
    }
    std::string query = join(kept, "&");
    address = address.substr(0, question) + (query.empty() ? "" : "?" + query);
    return password;
}

} // namespace

ToolAddress without_password(const std::string& address) {
    ToolAddress made{address, {}};
    std::string from_query = take_from_query(made.address);
    std::size_t begin = made.address.find("://");
    if (begin != std::string::npos) {
        begin += 3;
        std::size_t end = std::min(made.address.find_first_of("/?", begin), made.address.size());
        std::size_t at = made.address.rfind('@', end);
        std::size_t colon = made.address.find(':', begin);
        if (at != std::string::npos && at >= begin && at < end && colon < at) {
            made.password =
                percent_decode(std::string_view(made.address).substr(colon + 1, at - colon - 1)).value_or("");
            made.address.erase(colon, at - colon);
        }
    }
    if (!from_query.empty()) made.password = std::move(from_query);
    return made;
}

void run_tool(const std::vector<std::string>& words, const std::string& password) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw MachineFailure(fmt::format("No pipe can be made: {}.", storage::words_of(errno)));
    const storage::Descriptor reading(ends[0]);
    std::optional<storage::Descriptor> writing(std::in_place, ends[1]);
    const pid_t child = spawn(words, password, writing->number());
    writing.reset();
    const std::string said = read_to_end(reading);
    const int status = wait_for(child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    throw MachineFailure(fmt::format("{} failed{}: {}", words.front(),
                                     WIFSIGNALED(status) ? " (it was killed)" : "",
                                     said.empty() ? "it said nothing" : said));
}

void dump_postgres(const std::string& address, const std::string& snapshot,
                   const std::filesystem::path& file) {
    ToolAddress tool = without_password(address);
    run_tool({"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--no-password",
              "--snapshot=" + snapshot, "--file=" + file.string(), "--dbname=" + tool.address},
             tool.password);
    run_tool({"pg_restore", "--file=/dev/null", file.string()}, "");
}

void load_postgres(const std::string& address, const std::filesystem::path& file) {
    ToolAddress tool = without_password(address);
    run_tool({"pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
              "--no-password", "--dbname=" + tool.address, file.string()},
             tool.password);
}

} // namespace poa::app
