// SPDX-License-Identifier: Apache-2.0
#pragma once
// `poa reports ...`: what national reports add up to, from the command line. Everything is told as the public
// reads it; each verb prints on standard output, problems on standard error, and gives the exit code.

#include "app/settings.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace poa::app {

struct ReportsWish {
    Settings settings;
    std::string indicator;    ///< key; empty: all of one year
    std::string file;         ///< of answers
    std::string survey;       ///< key; empty: the file's own
    std::int64_t version = 0; ///< of the survey; 0: in use
    std::string folder;       ///< of an instance; empty: none
    std::int64_t year = 0;    ///< 0: the newest with a report
    std::int64_t report = 0;  ///< number of the report a file comes back to
    std::string email;        ///< of the person who brings it
    bool look = false;        ///< only tell what would change
    std::string language = "en";
    std::string format = "text"; ///< text, json, csv; of `export`: csv, json, xlsx
};

/// Reads a file of answers (JSON, XLSX, DOCX, ODT, PDF) as bringing it back would, and tells what of it could
/// not be taken, with its place. Needs no instance: without one the surveys that come with the program count.
/// 1 where anything could not.
int check_answers_file(const ReportsWish& wish);
/// Brings a file of answers back to a report of the person's delegation: signs in with the e-mail address and
/// the password in the first line of standard input, and acts as that person may. Tells what was done with
/// the answers; 1 where any could not be taken or nothing was done.
int import_answers_file(const ReportsWish& wish);
/// One indicator over the years, or all of a year. 1 where there is no such indicator.
int aggregate_reports(const ReportsWish& wish);
/// Whose turn it is in the year, and what came. 1 where no charter holds.
int print_due_reports(const ReportsWish& wish);
/// Those to remind: States whose turn it is and from whom nothing came, with the people of each delegation
/// who have to do with its report. Prints the list; reminders are sent by `poa serve`. 1 where no charter
/// holds.
int print_report_reminders(const ReportsWish& wish);

/// Every answer of released reports that is public, of one year or of all. Writes as it reads.
int export_reports(const ReportsWish& wish);

/// Adds `reports` with its verbs; a chosen verb puts what it does into `act`.
void add_reports_verbs(CLI::App& top, std::function<int()>& act);

} // namespace poa::app
