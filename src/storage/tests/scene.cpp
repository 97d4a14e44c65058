// SPDX-License-Identifier: Apache-2.0
#include "storage/tests/scene.hpp"

#include <csignal>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poa::storage {

TestFolder::TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "poa-test-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr, "a temporary folder");
    path_ = name;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

ChildProcess::ChildProcess(const std::function<void(int)>& body) {
    int ends[2];
    require(::pipe(ends) == 0, "a pipe");
    process_ = ::fork();
    require(process_ >= 0, "another process");
    if (process_ == 0) {
        ::close(ends[0]);
        try {
            body(ends[1]);
        } catch (const std::exception& error) {
            const std::string words = error.what();
            (void)!::write(ends[1], words.data(), words.size());
            ::_exit(1);
        }
        ::_exit(0);
    }
    ::close(ends[1]);
    in_ = ends[0];
}

ChildProcess::~ChildProcess() {
    kill();
    ::close(in_);
}

std::string ChildProcess::output() {
    wait_for_output(SIZE_MAX);
    end();
    return read_;
}

bool ChildProcess::wait_for_output(std::size_t count) {
    char buffer[4096];
    while (read_.size() < count) {
        const ssize_t got = ::read(in_, buffer, sizeof buffer);
        if (got <= 0) return false;
        read_.append(buffer, static_cast<std::size_t>(got));
    }
    return true;
}

void ChildProcess::kill() {
    if (process_ > 0) ::kill(process_, SIGKILL);
    end();
}

void ChildProcess::end() {
    if (process_ > 0) ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

std::string in_child(const std::function<std::string()>& body) {
    ChildProcess child([&](int out) {
        const std::string words = "said:" + body();
        require(::write(out, words.data(), words.size()) == static_cast<ssize_t>(words.size()), "written");
    });
    const std::string output = child.output();
    return output.starts_with("said:") ? output.substr(5) : "died " + output;
}

void limit_file_size(std::uint64_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes == 0 ? limit.rlim_max : bytes;
    require(::setrlimit(RLIMIT_FSIZE, &limit) == 0, "a limit to the size of files");
}

void make_notes(const std::string& path, int rows) {
    const auto database = Database::open({.address = path, .create = true, .readers = 1});
    database->write([&](Session& session) {
        session.script("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT");
        for (int i = 0; i < rows; ++i)
            session.execute(insert_note, std::string(1000, static_cast<char>('a' + i % 26)));
    });
}

std::string failure_of(const std::function<void()>& body) {
    try {
        body();
    } catch (const MachineFailure& failure) {
        return failure.what();
    }
    return {};
}

} // namespace poa::storage
