// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/identity_of_application.hpp"

#include "layers/corners/corner_text.hpp"
#include "layers/corners/said_identity.hpp"

namespace redline {
namespace {

void take_if_unsaid(std::string& known, Parcel const& parcel, TermPart part) {
  if (known.empty()) known = settled_identity(parcel.terms, part).text;
}

}  // namespace

void identify(ActivityAttributes& a, Parcel const& parcel) {
  take_if_unsaid(a.licence_no, parcel, TermPart::licence_no);
  take_if_unsaid(a.name, parcel, TermPart::name);
  take_if_unsaid(a.holder, parcel, TermPart::holder);
}

Findings identity_apart(ActivityAttributes const& options, Parcel const& parcel, std::string const& layer,
                        std::string const& id) {
  struct Part {
    TermPart part;
    bool known;
    char const* option;
  };
  Findings out;
  for (auto const& p :
       {Part{TermPart::licence_no, !options.licence_no.empty() || !parcel.licence_no.empty(), "--licence-no"},
        Part{TermPart::name, !options.name.empty(), "--name"},
        Part{TermPart::holder, !options.holder.empty() || !parcel.holder.empty(), "--holder"}}) {
    auto const apart = settled_identity(parcel.terms, p.part).apart;
    if (p.known || apart.empty()) continue;
    std::string all;
    for (auto const& one : apart) all += (all.empty() ? "" : ", ") + one;
    out.push_back({"screen.identity_apart", Severity::warning, layer, id, {shortened(all), p.option}});
  }
  return out;
}

}  // namespace redline
