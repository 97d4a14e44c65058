// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/smtp.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <atomic>
#include <curl/curl.h>
#include <mutex>

namespace poa::notices {
namespace {

using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

List list_of(const std::vector<std::string>& lines) {
    curl_slist* made = nullptr;
    for (const std::string& line : lines) made = curl_slist_append(made, line.c_str());
    return {made, curl_slist_free_all};
}

void add_text(curl_mime* mime, const std::string& text, const char* type) {
    curl_mimepart* part = curl_mime_addpart(mime);
    curl_mime_data(part, text.data(), text.size());
    curl_mime_type(part, type);
    curl_mime_encoder(part, "base64"); // lines of any length and any script pass every relay
}

/// The plain text first: the last one that a reader can show is the best one (RFC 2046, section 5.1.4).
Mime body_of(CURL* handle, const MailText& text) {
    Mime whole(curl_mime_init(handle), curl_mime_free);
    curl_mime* both = curl_mime_init(handle);
    add_text(both, text.plain, "text/plain; charset=utf-8");
    add_text(both, text.html, "text/html; charset=utf-8");
    curl_mimepart* part = curl_mime_addpart(whole.get());
    curl_mime_subparts(part, both);
    curl_mime_type(part, "multipart/alternative");
    List inline_there = list_of({"Content-Disposition: inline"});
    curl_mime_headers(part, inline_there.release(), 1);
    return whole;
}

/// Lines with which the server says no: after one of them it is only said goodbye to.
std::size_t keep_reply(char* bytes, std::size_t size, std::size_t count, void* kept) {
    const std::string_view line(bytes, size * count);
    if (line.starts_with('4') || line.starts_with('5')) *static_cast<std::string*>(kept) = line;
    return size * count;
}

/// Whether the server speaks of this mail: of its recipient, or of it as a whole after its text. What it says
/// before (greeting, sign-in, sender) is about us and holds for all mails.
bool is_about_this_mail(CURLcode code, std::string_view problem) {
    if (code == CURLE_SEND_ERROR)
        return problem.starts_with("RCPT failed") || problem.starts_with("DATA failed");
    return code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
}

} // namespace

struct Smtp::Inside {
    SmtpSettings settings;
    std::atomic<bool> stopping = false;
    CURL* handle = nullptr;
    std::string reply;
    char problem[CURL_ERROR_SIZE] = {};

    void set_up() {
        curl_easy_reset(handle);
        reply.clear();
        problem[0] = '\0';
        set(CURLOPT_URL, settings.server.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_USE_SSL, static_cast<long>(settings.in_clear ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        if (!settings.authorities.empty()) set(CURLOPT_CAINFO, settings.authorities.c_str());
        if (!settings.user.empty()) {
            set(CURLOPT_USERNAME, settings.user.c_str());
            set(CURLOPT_PASSWORD, std::string(settings.password.reveal()).c_str());
        }
        set(CURLOPT_TIMEOUT, static_cast<long>(settings.seconds_max));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_NOPROGRESS, 0L);
        set(
            CURLOPT_XFERINFOFUNCTION, +[](void* is_stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
                return static_cast<const std::atomic<bool>*>(is_stopping)->load() ? 1 : 0;
            });
        set(CURLOPT_XFERINFODATA, static_cast<void*>(&stopping));
        set(CURLOPT_PROXY, ""); // what the environment says of proxies is not about mail
        set(CURLOPT_ERRORBUFFER, static_cast<char*>(problem));
        set(CURLOPT_HEADERFUNCTION, keep_reply);
        set(CURLOPT_HEADERDATA, static_cast<void*>(&reply));
    }
    template <class V> void set(CURLoption option, V value) {
        const CURLcode code = curl_easy_setopt(handle, option, value);
        require(code == CURLE_OK, "an option that the library for mail knows");
    }
    [[nodiscard]] Attempted told(CURLcode code) const {
        if (code == CURLE_OK) return {Attempt::accepted, {}};
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        std::string why = status >= 400 ? kept_reply(reply) : std::string();
        if (why.empty()) why = kept_reply(problem[0] != '\0' ? problem : curl_easy_strerror(code));
        if (status < 400 || !is_about_this_mail(code, problem)) return {Attempt::no_server, why};
        return {status < 500 ? Attempt::later : Attempt::refused, why};
    }
};

Smtp::Smtp(SmtpSettings settings) : inside_(std::make_unique<Inside>()) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    inside_->settings = std::move(settings);
    inside_->handle = curl_easy_init();
    if (inside_->handle == nullptr) throw MachineFailure("The library for mail cannot be started.");
}

Smtp::~Smtp() {
    curl_easy_cleanup(inside_->handle);
}

void Smtp::stop() {
    inside_->stopping = true;
}

Attempted Smtp::send(const Mail& mail) {
    inside_->set_up();
    const std::string from = "<" + mail.from + ">", to = "<" + mail.to + ">";
    const List recipients = list_of({to}), headers = list_of(header_lines(mail));
    const Mime body = body_of(inside_->handle, mail.text);
    inside_->set(CURLOPT_MAIL_FROM, from.c_str());
    inside_->set(CURLOPT_MAIL_RCPT, recipients.get());
    inside_->set(CURLOPT_HTTPHEADER, headers.get());
    inside_->set(CURLOPT_MIMEPOST, body.get());
    return inside_->told(curl_easy_perform(inside_->handle));
}

} // namespace poa::notices
