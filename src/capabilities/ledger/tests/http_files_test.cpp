// SPDX-License-Identifier: Apache-2.0
// The ledger as another machine sees it: over HTTP, from a server that may fail or lie.
#include "capabilities/ledger/public_files.hpp"
#include "capabilities/ledger/tests/platform.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace poa::ledger {
namespace {

/// Answers one request a connection, one after the other, with what `answer` gives for its target.
class SmallServer {
  public:
    using Answer = std::function<std::string(const std::string& target)>; ///< the whole answer, head and body

    explicit SmallServer(Answer answer)
        : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        require(::bind(listener_, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
                    ::listen(listener_, 16) == 0 &&
                    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length) == 0,
                "a port of the loopback");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { run(); });
    }
    ~SmallServer() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    [[nodiscard]] std::string address() const { return fmt::format("http://127.0.0.1:{}", port_); }

  private:
    void run() {
        for (int peer; (peer = ::accept(listener_, nullptr, nullptr)) >= 0; ::close(peer)) {
            std::string request;
            char part[2048];
            while (request.find("\r\n\r\n") == std::string::npos) {
                ssize_t got = ::recv(peer, part, sizeof part, 0);
                if (got <= 0) break;
                request.append(part, static_cast<std::size_t>(got));
            }
            std::size_t begin = request.find(' ') + 1;
            std::string reply = answer_(request.substr(begin, request.find(' ', begin) - begin));
            for (std::string_view rest = reply; !rest.empty();) {
                ssize_t sent = ::send(peer, rest.data(), rest.size(), MSG_NOSIGNAL);
                if (sent <= 0) break;
                rest.remove_prefix(static_cast<std::size_t>(sent));
            }
        }
    }
    Answer answer_;
    int listener_;
    int port_ = 0;
    std::thread thread_;
};

std::string ok(const std::string& body) {
    return fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}", body.size(),
                       body);
}
std::string status(int code) {
    return fmt::format("HTTP/1.1 {} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", code);
}

const HttpFiles::Limits quick{2, 2, 3, 1};

TEST(HttpFiles, ALedgerIsVerifiedFromAnotherMachine) {
    Platform platform(test::Engine::sqlite);
    record(platform.database(), 0, 300);
    sequence_all(platform.sequencer);
    std::atomic<int> requests = 0;
    SmallServer server([&](const std::string& target) {
        if (++requests % 5 == 0) return status(503); // a busy server is asked again
        if (!target.starts_with("/ledger/")) return status(404);
        auto file = platform.read([&](storage::Session& session) {
            return public_file(session, std::string_view(target).substr(8));
        });
        return file ? ok(*file) : status(404);
    });
    HttpFiles files(server.address() + "/", quick);
    VerifierKey key = key_of_tests().verifier();
    VerifyReport report = verify(files, {&key, {}, {}});
    EXPECT_TRUE(report.verified()) << report.wrong->sentence();
    EXPECT_EQ(report.entries, 300u);
    EXPECT_GE(requests, 6);

    platform.run("UPDATE journal SET leaf = replace(leaf, 'tests', 'TESTS') WHERE leaf_index = 262");
    report = verify(files, {&key, {}, {}});
    ASSERT_TRUE(report.wrong);
    EXPECT_EQ(report.wrong->kind, Finding::Kind::leaf_differs);
    EXPECT_EQ(report.wrong->entry, 262u);
}

TEST(HttpFiles, AbsentIsNotTheSameAsUnreachable) {
    int asked = 0;
    SmallServer server([&](const std::string& target) {
        ++asked;
        if (target == "/ledger/checkpoint") return status(404);
        if (target == "/ledger/tile/0/000") return ok(std::string(8193, 'x'));
        if (target == "/ledger/tile/0/001") return ok(std::string(8192, 'x'));
        if (target == "/ledger/tile/0/002") return std::string(); // hangs up
        if (target == "/ledger/tile/0/003") return status(403);
        return status(500);
    });
    HttpFiles files(server.address(), quick);
    EXPECT_EQ(files.get("checkpoint"), std::nullopt);
    EXPECT_THROW((void)files.get("tile/0/000"), MachineFailure) << "larger than a tile can be";
    EXPECT_EQ(files.get("tile/0/001")->size(), 8192u);
    asked = 0;
    EXPECT_THROW((void)files.get("tile/0/003"), MachineFailure);
    EXPECT_EQ(asked, 1);
    asked = 0;
    EXPECT_THROW((void)files.get("tile/0/004"), MachineFailure);
    EXPECT_EQ(asked, 3);
    EXPECT_THROW((void)files.get("tile/0/002"), MachineFailure);
    EXPECT_THROW(HttpFiles("file:///etc/passwd"), MachineFailure);
    EXPECT_THROW(HttpFiles("ledger.example"), MachineFailure);
}

TEST(HttpFiles, ASilentServerIsLeftInTime) {
    int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), length), 0);
    ASSERT_EQ(::listen(listener, 16), 0); // the kernel accepts, nobody answers
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);
    HttpFiles files(fmt::format("http://127.0.0.1:{}", ntohs(address.sin_port)), {1, 1, 1, 1});
    EXPECT_THROW((void)files.get("checkpoint"), MachineFailure);
    ::close(listener);
}

} // namespace
} // namespace poa::ledger
