// SPDX-License-Identifier: Apache-2.0
#pragma once
// The verbs of the command line. Each prints what it does on standard output, problems on standard error, and
// gives the exit code. Machine failures come out as exceptions and are printed by `run`.

#include "app/settings.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace poa::app {

/// `charter`: id of a shipped charter or a file, to found the mechanism with; empty: the agreed one.
int init(const Settings& settings, const std::string& origin, const std::string& charter);
int serve(const Settings& settings);
int check_configuration(const Settings& settings);

struct ImportWish {
    std::vector<std::filesystem::path> paths; ///< files, or folders of files
    std::string language;                     ///< of all of them; empty: as recognised
    std::string audience = "public";
    bool new_version = false; ///< may add versions to documents that are here
    bool dry_run = false;     ///< says what would be recognised, keeps nothing
};
int import(const Settings& settings, const ImportWish& wish);
int rebuild_search(const Settings& settings);

/// `poa views ...`: calls for views, positions, the summary.
struct ViewsWish {
    std::vector<std::filesystem::path> files; ///< of positions, claims or bands
    std::string coder;                        ///< whose reading the positions are
    std::vector<std::string> states;          ///< codes; empty: all
    std::string format = "text";
    std::string language = "en";
    std::string basis = "strict"; ///< the count bands are fitted to
    std::filesystem::path to;     ///< file of a summary as a document; empty: standard output
};
int refit_bands(const Settings& settings, const ViewsWish& wish);
int import_views(const Settings& settings, const ViewsWish& wish);
int print_matrix(const Settings& settings, const ViewsWish& wish);
int print_views_summary(const Settings& settings, const ViewsWish& wish);
int compare_views(const Settings& settings, const ViewsWish& wish);

/// `poa acquis ...`: instruments and items of the framework, as JSON.
int import_framework(const Settings& settings, const std::filesystem::path& file);
/// Without a data folder: held against what is shipped.
int check_framework(const std::filesystem::path& file);

struct VerifyWish {
    std::string url;                     ///< empty: the data folder
    std::string key;                     ///< verifier key text or a file with it
    std::filesystem::path earlier;       ///< a checkpoint kept from before
    std::filesystem::path receipt, leaf; ///< both: check one receipt offline
    bool quiet = false;
};
int verify_ledger(const Settings& settings, const VerifyWish& wish);
int accept_rollback(const Settings& settings);
int print_ledger_key(const Settings& settings);

struct FirstAccountWish {
    std::string email, name = "Secretariat", language = "en";
    bool again = false;
    std::string reason;
    bool password_from_input = false; ///< reads it as one line from standard input
};
int create_first_account(const Settings& settings, const FirstAccountWish& wish);
int reset_password(const Settings& settings, const std::string& email);

int back_up(const Settings& settings, const std::filesystem::path& to);
int restore(const Settings& settings, const std::filesystem::path& from);

/// Writes the reference pages of the manual (reference.hpp) into a folder.
int write_reference(const Settings& settings, const std::filesystem::path& to);

} // namespace poa::app
