// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.hpp"

#include "app/charter_command_line.hpp"
#include "app/log.hpp"
#include "app/notices_command_line.hpp"
#include "app/reports_verbs.hpp"
#include "app/settings_file.hpp"
#include "app/survey_command_line.hpp"
#include "app/verbs.hpp"
#include "app/version.hpp"
#include "base/require.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>

namespace poa::app {
namespace {

void say_version() {
    std::cout << "poa " << program_version << "\n";
}

/// The options of every verb that opens a data folder. One list for command line, environment and file.
void add_settings(CLI::App& verb, Settings& settings) {
    verb.add_option("--data", settings.data, "Folder of database, files and signing key")
        ->envname("POA_DATA")
        ->capture_default_str();
    verb.add_option("--database", settings.database, "postgresql://... instead of the embedded database")
        ->envname("POA_DATABASE");
    // Read before the command line is: with_settings_file.
    verb.add_option("--config", "Settings file (else DIR/poa.conf where it exists); names as here, without "
                                "dashes in front");
}

/// Where the platform is reached: also for verbs that print links to it.
void add_address(CLI::App& verb, Settings& settings) {
    verb.add_option("--listen", settings.listen, "Address and port")
        ->envname("POA_LISTEN")
        ->capture_default_str();
    verb.add_option("--public-url", settings.public_url, "Address readers use, e.g. https://poa.example")
        ->envname("POA_PUBLIC_URL");
}

void add_serving(CLI::App& verb, Settings& settings) {
    add_address(verb, settings);
    verb.add_option("--platform-name", settings.platform_name, "Name shown on every page")
        ->envname("POA_PLATFORM_NAME")
        ->capture_default_str();
    verb.add_flag("--exercise", settings.exercise, "Sample or exercise data: a banner on every page")
        ->envname("POA_EXERCISE");
    verb.add_option("--workers", settings.workers, "Threads that make pages")
        ->envname("POA_WORKERS")
        ->capture_default_str();
    verb.add_option("--trusted-proxy", settings.trusted_proxies,
                    "Address whose X-Forwarded-For and -Proto are believed; several with commas between")
        ->delimiter(',')
        ->envname("POA_TRUSTED_PROXY");
    verb.add_option("--page-cache-kib", settings.page_cache_kib, "Memory for kept pages; 0: none")
        ->envname("POA_PAGE_CACHE_KIB")
        ->capture_default_str();
    verb.add_option("--body-memory-mib", settings.body_memory_mib,
                    "Memory that the bodies of all requests may hold together; more is answered 503")
        ->envname("POA_BODY_MEMORY_MIB")
        ->capture_default_str();
    verb.add_option("--log-level", settings.log_level, "trace, debug, info, warn, error, off")
        ->envname("POA_LOG_LEVEL")
        ->capture_default_str();
    verb.add_flag("--log-requests", settings.log_requests, "A line for every request")
        ->envname("POA_LOG_REQUESTS");
    verb.add_option("--metrics-token", settings.metrics_token, "Bearer token that /metrics asks for")
        ->envname("POA_METRICS_TOKEN");
    add_mail_settings(verb, settings);
    verb.add_option("--report-reminders", settings.report_reminders,
                    "Remind States of their turn to report, as the charter's cycle has it")
        ->envname("POA_REPORT_REMINDERS")
        ->capture_default_str();
}

/// The settings file goes into the environment before the command line is read. DIR must be known for that,
/// so it is looked for here.
std::vector<std::string> with_settings_file(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    std::filesystem::path data = "poa-data", file;
    if (const char* set = std::getenv("POA_DATA")) data = set;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--help" || arguments[i] == "-h") return arguments;
        if (arguments[i] == "--config" && i + 1 < arguments.size()) file = arguments[i + 1];
        if (arguments[i].starts_with("--config=")) file = arguments[i].substr(9);
        if (arguments[i] == "--data" && i + 1 < arguments.size()) data = arguments[i + 1];
        if (arguments[i].starts_with("--data=")) data = arguments[i].substr(7);
    }
    std::error_code ignored;
    if (file.empty() && std::filesystem::exists(data / "poa.conf", ignored)) file = data / "poa.conf";
    if (!file.empty() && !arguments.empty() && !arguments[0].starts_with("--") && arguments[0] != "version")
        apply_settings_file(file);
    return arguments;
}

class CommandLine {
  public:
    CommandLine() {
        top_.require_subcommand(0, 1);
        top_.set_version_flag("--version", "poa " + std::string(program_version));
        top_.set_help_all_flag("--help-all", "All verbs with all options");
        add_init();
        add_import();
        add_views();
        add_acquis();
        add_charter_verbs(top_, act_);
        add_survey_verbs(top_, act_);
        add_reports_verbs(top_, act_);
        add_notices_verbs(top_, act_);
        add_serve();
        add_ledger();
        add_identity();
        add_backup();
        add_small_ones();
    }

    int run(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end()); // as CLI11 takes a vector
        try {
            top_.parse(arguments);
        } catch (const CLI::ParseError& error) {
            int code = top_.exit(error);
            return code == 0 ? 0 : 2;
        }
        if (!act_) {
            std::cout << top_.help();
            return 0;
        }
        return act_();
    }

  private:
    CLI::App* verb(CLI::App& under, const char* name, const char* what, std::function<int()> act) {
        CLI::App* made = under.add_subcommand(name, what);
        made->callback([this, act = std::move(act)] { act_ = act; });
        return made;
    }

    void add_init() {
        auto* made = verb(
            top_, "init",
            "Make a data folder with database, signing key and reference data; bring an older one up to date",
            [this] { return init(settings_, origin_, charter_); });
        add_settings(*made, settings_);
        made->add_option("--origin", origin_, "Name of the ledger, e.g. poa.example.org/ledger; for good");
        made->add_option("--charter", charter_,
                         "Charter to found the mechanism with: an id (poa charter list) or a file");
    }

    void add_import() {
        auto* made =
            verb(top_, "import", "Take in documents: text, Markdown, HTML, DOCX, PDF; files or folders",
                 [this] { return import(settings_, import_); });
        add_settings(*made, settings_);
        made->add_option("paths", import_.paths, "Files or folders")->required();
        made->add_option("--language", import_.language,
                         "Language of the texts (en, fr ...), where it is not recognised");
        made->add_option("--audience", import_.audience, "public, member_states")->capture_default_str();
        made->add_flag(
            "--new-version", import_.new_version,
            "Texts with the symbol or file name of a document that is here become new versions of it");
        made->add_flag("--dry-run", import_.dry_run, "Say what would be recognised, keep nothing");
    }

    void add_views() {
        auto* views = top_.add_subcommand("views", "What States think: positions and the summary of them");
        views->require_subcommand(1);
        auto* taken = verb(*views, "import", "Take in coded positions, claims or the bands of their words",
                           [this] { return import_views(settings_, views_); });
        add_settings(*taken, settings_);
        taken->add_option("files", views_.files, "JSON files")->required();
        taken->add_option("--coder", views_.coder, "Whose reading the positions are");
        auto* matrix = verb(*views, "matrix", "Print who answers what",
                            [this] { return print_matrix(settings_, views_); });
        add_settings(*matrix, settings_);
        matrix->add_option("--format", views_.format, "csv (default), json, sdmx-csv")
            ->check(CLI::IsMember({"csv", "json", "sdmx-csv"}));
        matrix->add_option("--states", views_.states, "ISO codes, such as EGY,FRA; default: all")
            ->delimiter(',');
        auto* summary = verb(*views, "summary", "Print the consolidated summary with its counts",
                             [this] { return print_views_summary(settings_, views_); });
        add_settings(*summary, settings_);
        auto* compare =
            verb(*views, "compare", "Hold the summary against the published words; or States side by side",
                 [this] { return compare_views(settings_, views_); });
        add_settings(*compare, settings_);
        compare->add_option("states", views_.states, "ISO codes of States to put side by side");
        auto* refit =
            verb(*views, "refit", "Print bands fitted to the published words, or to the examples of a file",
                 [this] { return refit_bands(settings_, views_); });
        add_settings(*refit, settings_);
        refit->add_option("file", views_.files, "JSON: {\"examples\": [{\"word\", \"count\"}]}");
        refit->add_option("--basis", views_.basis, "strict (default) or loose")
            ->check(CLI::IsMember({"strict", "loose"}));
        summary->add_option("--format", views_.format, "text (default), json, html, docx, pdf")
            ->check(CLI::IsMember({"text", "json", "html", "docx", "pdf"}));
        summary->add_option("--to", views_.to, "File for html, docx and pdf; default: standard output");
        compare->add_option("--format", views_.format, "text (default), json")
            ->check(CLI::IsMember({"text", "json"}));
        for (CLI::App* made : {summary, compare})
            made->add_option("--language", views_.language, "en, fr, ar, zh, ru, es")
                ->check(CLI::IsMember({"en", "fr", "ar", "zh", "ru", "es"}))
                ->capture_default_str();
    }

    void add_acquis() {
        auto* acquis = top_.add_subcommand("acquis", "The framework: instruments and what comes from them");
        acquis->require_subcommand(1);
        auto* taken = verb(*acquis, "import", "Register instruments adopted by consensus, and their items",
                           [this] { return import_framework(settings_, framework_); });
        add_settings(*taken, settings_);
        auto* checked = verb(*acquis, "check", "Say what stands against a file, without a data folder",
                             [this] { return check_framework(framework_); });
        for (CLI::App* made : {taken, checked})
            made->add_option("file", framework_, "JSON file (data/acquis.schema.json)")->required();
    }

    void add_serve() {
        auto* made =
            verb(top_, "serve", "Serve pages and programs over HTTP", [this] { return serve(settings_); });
        add_settings(*made, settings_);
        add_serving(*made, settings_);
        auto* config = top_.add_subcommand("config", "Settings");
        config->require_subcommand(1);
        auto* check = verb(*config, "check", "Print the settings in force and what is wrong with them",
                           [this] { return check_configuration(settings_); });
        add_settings(*check, settings_);
        add_serving(*check, settings_);
    }

    void add_ledger() {
        auto* ledger = top_.add_subcommand("ledger", "The public log");
        ledger->require_subcommand(1);
        auto* made =
            verb(*ledger, "verify",
                 "Derive the whole ledger again from its public files and name the first entry that is wrong",
                 [this] { return verify_ledger(settings_, verify_); });
        add_settings(*made, settings_);
        made->add_option("--url", verify_.url, "Address of the platform, instead of a data folder");
        made->add_option("--key", verify_.key,
                         "Verifier key (or a file with it) you trust; default: the one served");
        made->add_option("--earlier", verify_.earlier,
                         "A checkpoint you kept: the ledger must begin with its tree");
        auto* receipt = made->add_option("--receipt", verify_.receipt,
                                         "Check one receipt offline, with --leaf and --key");
        made->add_option("--leaf", verify_.leaf, "The bytes that were hashed")->needs(receipt);
        made->add_flag("--quiet", verify_.quiet, "No progress");
        add_settings(
            *verb(*ledger, "key", "Print the verifier key", [this] { return print_ledger_key(settings_); }),
            settings_);
        add_settings(*verb(*ledger, "accept-rollback",
                           "After restoring an older copy: go on from it, on the record",
                           [this] { return accept_rollback(settings_); }),
                     settings_);
        auto* search = top_.add_subcommand("search", "The search index");
        search->require_subcommand(1);
        add_settings(*verb(*search, "rebuild", "Make the search index anew, while serving",
                           [this] { return rebuild_search(settings_); }),
                     settings_);
    }

    void add_identity() {
        auto* identity = top_.add_subcommand("identity", "People");
        identity->require_subcommand(1);
        auto* made = verb(*identity, "create-first-account",
                          "Make the first account of the secretariat; prints a one-time link",
                          [this] { return create_first_account(settings_, first_); });
        add_settings(*made, settings_);
        add_address(*made, settings_);
        made->add_option("--email", first_.email, "E-mail address to sign in with")->required();
        made->add_option("--name", first_.name, "Name shown")->capture_default_str();
        made->add_option("--language", first_.language, "en, fr, ar, zh, ru, es")->capture_default_str();
        made->add_flag("--again", first_.again, "Although the secretariat has an account (with --reason)");
        made->add_option("--reason", first_.reason, "Goes on the record");
        made->add_flag("--password-from-input", first_.password_from_input,
                       "Read the password as one line from standard input");
        auto* reset =
            verb(*identity, "reset-password", "Print a one-time link for a person who forgot the password",
                 [this] { return reset_password(settings_, email_); });
        add_settings(*reset, settings_);
        add_address(*reset, settings_);
        reset->add_option("--email", email_, "E-mail address of the account")->required();
    }

    void add_backup() {
        auto* made = verb(top_, "backup",
                          "Write a consistent copy of database and files to a new folder, also while serving",
                          [this] { return back_up(settings_, folder_); });
        add_settings(*made, settings_);
        made->add_option("--to", folder_, "Folder to make")->required();
        auto* back = verb(top_, "restore", "Make a data folder from a backup, verified",
                          [this] { return restore(settings_, folder_); });
        add_settings(*back, settings_);
        back->add_option("--from", folder_, "Folder of the backup")->required();
    }

    void add_small_ones() {
        auto* pages = verb(top_, "reference", "Write the reference pages of the manual",
                           [this] { return write_reference(settings_, folder_); });
        pages->group(""); // for who builds the program: not in --help
        add_settings(*pages, settings_);
        pages->add_option("--to", folder_, "Folder, such as docs/reference")->required();
        verb(top_, "version", "Print the version", [] {
            say_version();
            return 0;
        });
    }

    CLI::App top_{"The platform that runs a programme of action.", "poa"};
    std::function<int()> act_;
    Settings settings_;
    std::string origin_, charter_, email_;
    ImportWish import_;
    std::filesystem::path framework_; ///< file of a registration
    ViewsWish views_;
    VerifyWish verify_;
    FirstAccountWish first_;
    std::filesystem::path folder_;
};

} // namespace

int run(int argc, char** argv) {
    try {
        return CommandLine().run(with_settings_file(argc, argv));
    } catch (const OurMistake& mistake) {
        std::cerr << "poa: a mistake of this program, please report it: " << mistake.what() << "\n";
    } catch (const std::exception& failure) {
        std::cerr << "poa: " << failure.what() << "\n";
    }
    log::finish();
    return 1;
}

} // namespace poa::app
