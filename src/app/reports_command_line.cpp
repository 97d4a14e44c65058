// SPDX-License-Identifier: Apache-2.0
#include "app/reports_verbs.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace poa::app {
namespace {

using Act = std::function<int()>;

void add_place(CLI::App& verb, ReportsWish& wish) {
    verb.add_option("--data", wish.settings.data, "Folder of database, files and signing key")
        ->envname("POA_DATA")
        ->capture_default_str();
    verb.add_option("--database", wish.settings.database, "postgresql://... instead of the embedded database")
        ->envname("POA_DATABASE");
}

void add_export(CLI::App& reports, Act& act) {
    auto wish = std::make_shared<ReportsWish>();
    wish->format = "csv";
    auto* verb =
        reports.add_subcommand("export", "Every public answer of released reports, to standard output");
    add_place(*verb, *wish);
    verb->add_option("--year", wish->year, "Year of the reports; default: all")
        ->check(CLI::Range(2000, 2200));
    verb->add_option("--format", wish->format, "csv (default), json, xlsx")
        ->check(CLI::IsMember({"csv", "json", "xlsx"}));
    verb->callback([&act, wish] { act = [wish] { return export_reports(*wish); }; });
}

void add_validate(CLI::App& reports, Act& act) {
    auto wish = std::make_shared<ReportsWish>();
    auto* verb =
        reports.add_subcommand("validate", "Everything in a file of answers that could not be taken");
    verb->add_option("file", wish->file, "JSON, XLSX, or a form that was filled in: DOCX, ODT, PDF")
        ->required();
    verb->add_option("--survey", wish->survey, "Key of the survey to check it against; else the file's own");
    verb->add_option("--version", wish->version, "Version of that survey; else the one in use");
    verb->add_option("--data", wish->folder,
                     "Folder of an instance; without one, the surveys that come with the program")
        ->envname("POA_DATA");
    verb->callback([&act, wish] { act = [wish] { return check_answers_file(*wish); }; });
}

void add_import(CLI::App& reports, Act& act) {
    auto wish = std::make_shared<ReportsWish>();
    auto* verb = reports.add_subcommand(
        "import", "Bring a file of answers back to a report, as the person who signs in; the password is "
                  "the first line of standard input");
    add_place(*verb, *wish);
    verb->add_option("file", wish->file, "JSON, XLSX, or a form that was filled in: DOCX, ODT, PDF")
        ->required();
    verb->add_option("--report", wish->report, "Number of the report, as in /my-reports/NUMBER")->required();
    verb->add_option("--as", wish->email, "E-mail address of the person")->required();
    verb->add_flag("--look", wish->look, "Only tell what would change");
    verb->callback([&act, wish] { act = [wish] { return import_answers_file(*wish); }; });
}

CLI::App* add_verb(CLI::App& reports, Act& act, const char* name, const char* what,
                   int (*run)(const ReportsWish&)) {
    auto wish = std::make_shared<ReportsWish>();
    auto* verb = reports.add_subcommand(name, what);
    add_place(*verb, *wish);
    verb->add_option("--year", wish->year, "Year of the reports; default: the newest with a report")
        ->check(CLI::Range(2000, 2200));
    verb->add_option("--language", wish->language, "en, fr, ar, zh, ru, es")
        ->check(CLI::IsMember({"en", "fr", "ar", "zh", "ru", "es"}));
    verb->add_option("--format", wish->format, "text (default), json, csv")
        ->check(CLI::IsMember({"text", "json", "csv"}));
    if (run == aggregate_reports)
        verb->add_option("indicator", wish->indicator, "Key of an indicator, such as norm-g; none: all");
    verb->callback([&act, wish, run] { act = [wish, run] { return run(*wish); }; });
    return verb;
}

} // namespace

void add_reports_verbs(CLI::App& top, Act& act) {
    auto* reports = top.add_subcommand("reports", "National reports: what they add up to, whose turn it is");
    reports->require_subcommand(1);
    add_verb(
        *reports, act, "aggregate",
        "What reports add up to, as the public may know it: an indicator over the years, or all of a year",
        aggregate_reports);
    add_verb(*reports, act, "due", "Whose turn it is in a year, and from whom a report came",
             print_due_reports);
    add_verb(*reports, act, "remind",
             "List whom to remind: people of States whose turn it is and from whom nothing came (sends "
             "nothing: poa serve does, when it is time)",
             print_report_reminders);
    add_export(*reports, act);
    add_validate(*reports, act);
    add_import(*reports, act);
}

} // namespace poa::app
