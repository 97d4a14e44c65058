// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an operator may set: on the command line, in the environment (POA_...) or in DIR/poa.conf; the same
// names everywhere, the command line wins. `poa config check` prints what is in force and what is wrong with
// it.

#include "http/server.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace poa::app {

struct Settings {
    std::filesystem::path data = "poa-data"; ///< folder of database, files and signing key
    std::string database;                    ///< empty: DIR/poa.sqlite; or postgresql://...
    std::string listen = "127.0.0.1:8080";   ///< address:port; port 0: any free one
    std::string public_url;                  ///< "https://poa.example", behind a proxy
    std::string platform_name = "Programme of action";
    bool exercise = false; ///< sample or exercise data: a banner on every page
    int workers = 2;
    std::vector<std::string> trusted_proxies;
    std::int64_t page_cache_kib = 8192; ///< 0: pages are not kept
    std::int64_t body_memory_mib = 64;  ///< what the bodies of all requests may hold together
    std::string log_level = "info";
    bool log_requests = false; ///< a line for every request, without address or query
    std::string metrics_token; ///< when set, /metrics asks for it as a bearer token
    std::string mail_server;   ///< smtp://host:port (STARTTLS), smtps://host:port; empty: no mail is sent
    std::string mail_from;     ///< address mails come from
    std::string mail_user;     ///< empty: no sign-in at the mail server
    std::string mail_password_file;
    std::string mail_authorities; ///< file of certificates to trust instead of the system's
    bool mail_in_clear = false;   ///< without TLS: for a mail server on this machine
    bool report_reminders = true; ///< States are reminded of their turn to report

    [[nodiscard]] std::filesystem::path sqlite_file() const { return data / "poa.sqlite"; }
    [[nodiscard]] bool is_postgres() const { return database.starts_with("postgres"); }
    [[nodiscard]] bool sends_mail() const { return !mail_server.empty(); }
    [[nodiscard]] std::string database_address() const {
        return is_postgres() ? database : sqlite_file().string();
    }
};

/// Sentences on what is wrong with those about mail; none where no mail is sent.
[[nodiscard]] std::vector<std::string> problems_of_mail(const Settings& settings);
/// Sentences on what is wrong with the settings, all of them; empty when they can be used.
[[nodiscard]] std::vector<std::string> problems_of(const Settings& settings);

/// Address and port of `listen`: "127.0.0.1:8080", "[::1]:8080", ":8080" (all addresses). Throws
/// MachineFailure.
[[nodiscard]] std::pair<std::string, std::uint16_t> listen_address(const std::string& listen);

} // namespace poa::app
