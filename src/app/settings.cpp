// SPDX-License-Identifier: Apache-2.0
#include "app/settings.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/identity/email_address.hpp"
#include "web/url.hpp"

#include <charconv>
#include <fstream>

namespace poa::app {

std::pair<std::string, std::uint16_t> listen_address(const std::string& listen) {
    std::size_t colon = listen.rfind(':');
    unsigned port = 65536;
    if (colon != std::string::npos) {
        const char* begin = listen.data() + colon + 1;
        const char* end = listen.data() + listen.size();
        auto [stop, error] = std::from_chars(begin, end, port);
        if (error != std::errc{} || stop != end || begin == end) port = 65536;
    }
    if (port > 65535)
        throw MachineFailure(fmt::format("listen: “{}” is not address:port, such as 127.0.0.1:8080", listen));
    std::string address = listen.substr(0, colon);
    if (address.size() > 1 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    if (address.empty()) address = "0.0.0.0";
    if (address == "localhost") address = "127.0.0.1";
    return {address, static_cast<std::uint16_t>(port)};
}

std::vector<std::string> problems_of_mail(const Settings& settings) {
    std::vector<std::string> problems;
    if (!settings.sends_mail()) return problems;
    const bool is_smtp = settings.mail_server.starts_with("smtp://");
    if (!is_smtp && !settings.mail_server.starts_with("smtps://"))
        problems.emplace_back("mail-server: smtp://host:port or smtps://host:port");
    if (settings.mail_server.find('@') != std::string::npos)
        problems.emplace_back("mail-server: no user and no password in it; set mail-user and "
                              "mail-password-file");
    if (!identity::EmailAddress::parse(settings.mail_from))
        problems.emplace_back("mail-from: the e-mail address that mails come from");
    if (settings.public_url.empty()) problems.emplace_back("public-url: needed for the links in mails");
    if (settings.mail_user.empty() != settings.mail_password_file.empty())
        problems.emplace_back("mail-user and mail-password-file: both, or neither");
    if (settings.mail_in_clear && !(is_smtp && settings.mail_user.empty()))
        problems.emplace_back("mail-in-clear: only with smtp:// and without mail-user: a password does not "
                              "travel in clear");
    for (const std::string& file : {settings.mail_password_file, settings.mail_authorities})
        if (!file.empty() && !std::ifstream(file)) problems.push_back(file + ": cannot be read");
    return problems;
}

std::vector<std::string> problems_of(const Settings& settings) {
    std::vector<std::string> problems;
    try {
        (void)listen_address(settings.listen);
    } catch (const MachineFailure& failure) {
        problems.emplace_back(failure.what());
    }
    if (settings.workers < 1 || settings.workers > 256) problems.emplace_back("workers: between 1 and 256");
    if (settings.page_cache_kib < 0 || settings.page_cache_kib > 1024 * 1024)
        problems.emplace_back("page-cache-kib: between 0 and 1048576");
    if (settings.body_memory_mib < 32 || settings.body_memory_mib > 64 * 1024) // the largest upload must fit
        problems.emplace_back("body-memory-mib: between 32 and 65536");
    if (!settings.database.empty() && !settings.is_postgres())
        problems.emplace_back(
            "database: empty for the embedded database, or an address that begins with postgresql://");
    if (!settings.public_url.empty() &&
        (!web::Url::outside(settings.public_url) || settings.public_url.back() == '/'))
        problems.emplace_back(
            "public-url: an address such as https://poa.example, without a slash at the end");
    if (settings.platform_name.empty() || !is_plain_text(settings.platform_name) ||
        length_in_characters(settings.platform_name) > 120)
        problems.emplace_back("platform-name: between 1 and 120 characters of text");
    static const std::set<std::string> levels = {"trace", "debug", "info", "warn", "error", "off"};
    if (!levels.contains(settings.log_level))
        problems.emplace_back("log-level: trace, debug, info, warn, error or off");
    for (std::string& problem : problems_of_mail(settings)) problems.push_back(std::move(problem));
    return problems;
}

} // namespace poa::app
