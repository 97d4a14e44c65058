// SPDX-License-Identifier: Apache-2.0
#pragma once
// Hears of the commits of other processes (LISTEN), on a thread and a connection of its own.

#include "storage/descriptor.hpp"
#include "storage/notifier.hpp"
#include "storage/postgres/connection.hpp"

#include <thread>

namespace poa::storage::postgres {

class Listener {
  public:
    /// Listens when it returns. Notices with `own_payload` are of this process and are passed over. Throws
    /// DatabaseError. A connection that is lost later is made again; commits may have been missed meanwhile,
    /// so the position then grows in any case.
    Listener(const Settings& settings, std::string channel, std::string own_payload, Notifier& notifier);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

  private:
    void open();
    void work();
    [[nodiscard]] bool hear();
    [[nodiscard]] bool must_stop(int wait_milliseconds, int socket);

    Settings settings_;
    std::string channel_, own_payload_;
    Notifier& notifier_;
    Handle handle_;
    Descriptor stop_;
    std::thread thread_;
};

} // namespace poa::storage::postgres
