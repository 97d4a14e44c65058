// SPDX-License-Identifier: Apache-2.0
#include "app/charter_verbs.hpp"
#include "app/instance.hpp"
#include "app/verbs.hpp"
#include "base/text.hpp"

#include <iostream>

namespace poa::app {

int init(const Settings& settings, const std::string& origin, const std::string& charter_asked) {
    std::optional<charter::Charter> charter;
    if (!charter_asked.empty()) {
        auto read = load_charter(charter_asked);
        if (!read) {
            print_charter_problems(read.error());
            return 1;
        }
        charter = std::move(*read);
    }
    auto done = initialise(settings, origin, charter ? &*charter : nullptr);
    if (done.empty()) std::cout << "Nothing to do: " << settings.data.string() << " is up to date.\n";
    for (const std::string& sentence : done) std::cout << sentence << "\n";
    return 0;
}

int check_configuration(const Settings& settings) {
    std::cout << "data = " << settings.data.string() << "\ndatabase = " << settings.database_address()
              << "\nlisten = " << settings.listen << "\npublic-url = " << settings.public_url
              << "\nplatform-name = " << settings.platform_name
              << "\nexercise = " << (settings.exercise ? "true" : "false")
              << "\nworkers = " << settings.workers
              << "\ntrusted-proxy = " << join(settings.trusted_proxies, ", ")
              << "\npage-cache-kib = " << settings.page_cache_kib
              << "\nbody-memory-mib = " << settings.body_memory_mib << "\nlog-level = " << settings.log_level
              << "\nlog-requests = " << (settings.log_requests ? "true" : "false")
              << "\nmetrics-token = " << (settings.metrics_token.empty() ? "" : "(set)")
              << "\nmail-server = " << settings.mail_server << "\nmail-from = " << settings.mail_from
              << "\nmail-user = " << settings.mail_user
              << "\nmail-password-file = " << settings.mail_password_file
              << "\nmail-authorities = " << settings.mail_authorities
              << "\nmail-in-clear = " << (settings.mail_in_clear ? "true" : "false")
              << "\nreport-reminders = " << (settings.report_reminders ? "true" : "false") << "\n";
    auto problems = problems_of(settings);
    for (const std::string& problem : problems) std::cerr << "wrong: " << problem << "\n";
    if (problems.empty()) std::cout << "All settings can be used.\n";
    return problems.empty() ? 0 : 1;
}

} // namespace poa::app
