// SPDX-License-Identifier: Apache-2.0
#include "app/log.hpp"
#include "app/verbs.hpp"
#include "app/wiring.hpp"
#include "base/text.hpp"

#include <csignal>
#include <iostream>

namespace poa::app {
namespace {

/// SIGINT and SIGTERM are waited for on a thread of their own, so that stopping may do anything a thread may.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

http::ServerSettings server_settings(const Settings& settings) {
    http::ServerSettings made;
    auto [address, port] = listen_address(settings.listen);
    made.address = address;
    made.port = port;
    made.workers = settings.workers;
    made.limits.bodies_bytes = static_cast<std::uint64_t>(settings.body_memory_mib) * 1024 * 1024;
    made.trusted_proxies = settings.trusted_proxies;
    return made;
}

} // namespace

int serve(const Settings& settings) {
    if (auto problems = problems_of(settings); !problems.empty())
        throw MachineFailure("The settings cannot be used:\n  " + join(problems, "\n  "));
    sigset_t signals = block_stop_signals();
    log::start(settings.log_level);
    Platform platform(settings);
    http::Server server(server_settings(settings), platform.site());
    platform.announce_to(&server);
    platform.begin_notices();
    std::string address = listen_address(settings.listen).first;
    std::cout << "Serving on http://"
              << (address.find(':') != std::string::npos ? "[" + address + "]" : address) << ":"
              << server.port() << std::endl;
    log::write(log::Level::info, "serving", {{"port", std::to_string(server.port())}});
    std::thread stopper([&] {
        int which = 0;
        sigwait(&signals, &which);
        log::write(log::Level::info, "stopping", {{"signal", std::to_string(which)}});
        server.stop();
    });
    server.run();
    pthread_kill(stopper.native_handle(), SIGTERM); // where the server stopped by itself
    stopper.join();
    platform.announce_to(nullptr);
    log::write(log::Level::info, "stopped");
    log::finish();
    return 0;
}

} // namespace poa::app
