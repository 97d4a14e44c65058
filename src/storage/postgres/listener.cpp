// SPDX-License-Identifier: Apache-2.0
#include "storage/postgres/listener.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace poa::storage::postgres {

namespace {

struct NoticeCloser {
    void operator()(PGnotify* notice) const { PQfreemem(notice); }
};

} // namespace

Listener::Listener(const Settings& settings, std::string channel, std::string own_payload, Notifier& notifier)
    : settings_(settings), channel_(std::move(channel)), own_payload_(std::move(own_payload)),
      notifier_(notifier), stop_(::eventfd(0, EFD_CLOEXEC)) {
    require(stop_.is_open(), "an eventfd");
    open();
    thread_ = std::thread([this] { work(); });
}

Listener::~Listener() {
    const std::uint64_t one = 1;
    // An eventfd that was never written takes 8 bytes at once.
    if (::write(stop_.number(), &one, sizeof one) == sizeof one)
        thread_.join();
    else
        thread_.detach();
}

void Listener::open() {
    handle_ = connect(settings_);
    const Answer answer(PQexec(handle_.get(), ("LISTEN " + channel_).c_str()));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) fail(answer.get(), "storage.listen");
}

bool Listener::must_stop(int wait_milliseconds, int socket) {
    pollfd watched[] = {{stop_.number(), POLLIN, 0}, {socket, POLLIN, 0}};
    ::poll(watched, socket < 0 ? 1 : 2, wait_milliseconds);
    return (watched[0].revents & POLLIN) != 0;
}

/// False when the connection is lost.
bool Listener::hear() {
    if (PQconsumeInput(handle_.get()) != 1) return false;
    bool news = false;
    while (const std::unique_ptr<PGnotify, NoticeCloser> notice{PQnotifies(handle_.get())})
        news |= notice->extra != own_payload_;
    if (news) notifier_.advance();
    return PQstatus(handle_.get()) == CONNECTION_OK;
}

void Listener::work() {
    constexpr int pause_milliseconds_max = 5000;
    int pause_milliseconds = 100;
    for (;;) {
        if (handle_) {
            if (must_stop(-1, PQsocket(handle_.get()))) return;
            if (!hear()) handle_.reset();
            continue;
        }
        if (must_stop(pause_milliseconds, -1)) return;
        try {
            open();
            pause_milliseconds = 100;
            notifier_.advance();
        } catch (const MachineFailure&) {
            handle_.reset();
            pause_milliseconds = std::min(pause_milliseconds * 2, pause_milliseconds_max);
        }
    }
}

} // namespace poa::storage::postgres
