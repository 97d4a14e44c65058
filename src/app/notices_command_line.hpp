// SPDX-License-Identifier: Apache-2.0
#pragma once
// `poa notices ...`: the queue of mails, from the command line. Each verb prints on standard output, problems
// on standard error, and gives the exit code.

#include "app/settings.hpp"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace poa::app {

/// The settings of mail, for every verb that sends some or says how.
void add_mail_settings(CLI::App& verb, Settings& settings);

struct NoticesWish {
    Settings settings;
    std::string to;              ///< address a test mail goes to
    std::string language = "en"; ///< of a test mail
    std::string format = "text"; ///< text, json
};

/// How many mails wait and are given up, and whose do not arrive.
int list_mails(const NoticesWish& wish);
/// Mails that did not go are put back into the queue; `poa serve` sends them. 1 where there are none.
int retry_all_mails(const NoticesWish& wish);
/// Sends a mail at once, by the settings in force. 1 where no mail server is set, and where it does not take
/// it: with what it said.
int send_test_mail(const NoticesWish& wish);

/// Adds `notices` with its verbs; a chosen verb puts what it does into `act`.
void add_notices_verbs(CLI::App& top, std::function<int()>& act);

} // namespace poa::app
