// SPDX-License-Identifier: Apache-2.0
#pragma once
// The application the server serves: finds the route, names the visitor, chooses face and language, guards
// what changes state, draws the frame, keeps anonymous pages, and turns every failure into a clear answer.

#include "http/router.hpp"
#include "http/server.hpp"
#include "web/frame.hpp"
#include "web/kept_pages.hpp"
#include "web/routes.hpp"

#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace poa::web {

struct SiteSettings {
    FrameSettings frame;
    std::string build;      ///< version shown in the footer
    std::string public_url; ///< "https://poa.example"; empty: the Host of the request counts as ours
    std::string session_cookie = "poa_session";
    std::size_t kept_bytes_max = 8 * 1024 * 1024; ///< 0: nothing is kept
};

/// What the site needs from rooms it may not know.
struct SiteLinks {
    std::function<std::shared_ptr<const Visitor>(const http::Request&)> visitor_of; ///< on a worker thread
    std::function<std::uint64_t()> position;                                        ///< of the journal; cheap
    /// Status and reason code for a machine failure, e.g. 507 request.storage_full.
    std::function<std::pair<int, std::string>(const std::exception&)> classify;
    /// One request is over. `what`: of a failure, for the operator's log.
    std::function<void(const http::Request&, const std::string& route, int status, std::uint64_t bytes,
                       std::int64_t microseconds)>
        done;
    std::function<void(const http::Request*, const char* what)> failure;
};

class Site final : public http::Application, public Drawing {
  public:
    /// `routes` must be complete and outlive the site.
    Site(SiteSettings settings, const Routes& routes, SiteLinks links);

    HeadVerdict on_head(const http::Request& request) override;
    std::optional<http::Answer> admit(const http::Request& request) override;
    std::optional<http::Answer> at_once(const http::Request& request) override;
    http::Answer answer(const http::Request& request) override;
    http::Answer failed(int status, const http::Request* request, const char* what) override;
    void done(const http::Request& request, int status, std::uint64_t bytes,
              std::int64_t microseconds) override;

    http::Answer screen(const Visit& visit, const Screen& screen, int status) const override;
    http::Answer refusal(const Visit& visit, const Refusal& refusal) const override;
    const Sentences& sentences() const override { return routes_.sentences(); }
    Result<InputValues> read_body(const Visit& visit, const InputSpec& spec) const override;

  private:
    struct Found;
    [[nodiscard]] http::Answer refuse_request(const http::Request& request, int status,
                                              Refusal refusal) const;
    [[nodiscard]] http::Answer run(const http::Request& request, const http::Router::Match& match);
    [[nodiscard]] bool is_from_here(const Visit& visit) const;
    [[nodiscard]] bool may_be_kept(const http::Request& request) const;
    /// It carries a session or a token, whatever they are worth.
    [[nodiscard]] bool shows_sign_in(const http::Request& request) const;
    void guard(http::Answer& answer) const;

    SiteSettings settings_;
    const Routes& routes_;
    SiteLinks links_;
    http::Router router_;
    KeptPages kept_;
    std::shared_ptr<const Visitor> nobody_;
};

/// The language of a request: ?lang=, else the cookie "lang", else Accept-Language, else English.
[[nodiscard]] Language language_of(const http::Request& request);

} // namespace poa::web
