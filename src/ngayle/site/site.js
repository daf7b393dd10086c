/* What the pages do in a browser. A classic script: it also runs from a folder, where a browser
   neither fetches files nor loads modules. It computes no anniversaries and writes no sentences:
   those come ready in js/; it finds, ticks and joins. */
var ngayle = (function () {
  "use strict";
  var page = document.documentElement;
  var root = page.dataset.root;
  var got = {};
  var waiting = {};
  var words = { say: {}, link: {} };

  /* --- data: each file of js/ calls one of these --- */

  function arrived(name, value) {
    got[name] = value;
    (waiting[name] || []).forEach(function (call) { call(value); });
    delete waiting[name];
  }

  function load(name, file) {
    return new Promise(function (done, failed) {
      if (name in got) return done(got[name]);
      (waiting[name] = waiting[name] || []).push(done);
      if (waiting[name].length > 1) return undefined;
      var script = document.createElement("script");
      script.src = root + "js/" + file;
      script.onerror = function () { delete waiting[name]; failed(new Error(file)); };
      document.head.appendChild(script);
      return undefined;
    });
  }

  function inLang(file) { return page.lang + "/" + file + ".js"; }
  function month(text) { return load("month " + text, inLang(text)); }

  /* --- small helpers --- */

  function say(key, values) {
    return words.say[key].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function element(name, text, properties) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    Object.keys(properties || {}).forEach(function (key) { made[key] = properties[key]; });
    return made;
  }

  function one(selector) { return document.querySelector(selector); }
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function href(kind, slug) { return root + words.link[kind].replace("{}", slug || ""); }
  function two(number) { return (number < 10 ? "0" : "") + number; }

  /* The day that it is for the reader. */
  function today() {
    var now = new Date();
    return iso(now);
  }

  function iso(date) {
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }

  function later(text, days) {
    var parts = text.split("-").map(Number);
    return iso(new Date(parts[0], parts[1] - 1, parts[2] + days));
  }

  function inYears(text) {
    var year = Number(text.slice(0, 4));
    return year >= Number(words.years[0]) && year <= Number(words.years[1]);
  }

  /* "Thứ Ba, 22/12/2026": months 1 and 2 take a zero, others do not. */
  function shown(text, short) {
    var parts = text.split("-").map(Number);
    var weekday = new Date(parts[0], parts[1] - 1, parts[2]).getDay();
    var day = two(parts[2]) + "/" + (parts[1] < 3 ? two(parts[1]) : parts[1]);
    return short ? day : words.say.weekday[weekday] + ", " + day + "/" + parts[0];
  }

  function inRow(text) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) return Promise.reject(new Error());
    return navigator.clipboard.writeText(text);
  }

  function copy(text) {
    return inRow(text).catch(function () {
      var area = element("textarea", "", { value: text, readOnly: true });
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.appendChild(area);
      area.select();
      var done = document.execCommand("copy");
      area.remove();
      if (!done) throw new Error();
    });
  }

  /* --- names as they are compared when typed; the same as ngayle.vietnamese.fold --- */

  function fold(text) {
    var bare = text.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
    return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim().split(" ").map(function (word) {
      return word === "sy" ? "si" : word === "ky" ? "ki" : word;
    }).join(" ");
  }

  /* --- search --- */

  var index = null;

  function entries(rows) {
    return rows.map(function (row, at) {
      var whole = fold(row[2]);
      return {
        id: row[0], when: row[1], name: row[2], at: at, whole: " " + whole + " ",
        words: (whole + " " + fold(row[3] || "")).split(" "),
        typed: (row[2] + " " + (row[3] || "")).toLowerCase().normalize("NFC")
      };
    });
  }

  /* Entries that have every word, the last may be a beginning. Marks that were typed count. */
  function search(rows, text) {
    var day = /^\s*(\d{1,2})\s*[\/.-]\s*(\d{1,2})\s*$/.exec(text);
    if (day) {
      var wanted = Number(day[1]) + "/" + Number(day[2]);
      return rows.filter(function (row) {
        return row.when.replace("*", "").split("/").map(Number).join("/") === wanted;
      });
    }
    var typed = text.toLowerCase().normalize("NFC").trim().split(/\s+/);
    var wholes = fold(text).split(" ");
    if (!wholes[0]) return [];
    var last = wholes[wholes.length - 1];
    var found = [];
    rows.forEach(function (row) {
      var fits = wholes.every(function (word) {
        return row.words.some(function (own) {
          return word === last ? own.indexOf(word) === 0 : own === word;
        });
      });
      if (!fits) return;
      var score = row.at / 10000;
      if (row.whole.indexOf(" " + wholes.join(" ")) < 0) score += 3;
      if (row.words.indexOf(last) < 0) score += 1;
      typed.forEach(function (word) { if (row.typed.indexOf(word) < 0) score += 2; });
      score += row.words.length / 200;
      found.push([score, row]);
    });
    found.sort(function (a, b) { return a[0] - b[0]; });
    return found.map(function (pair) { return pair[1]; });
  }

  function finder(box, results) {
    var most = 20;
    function show() {
      var text = box.value;
      if (!text.trim()) return results.replaceChildren();
      return load("names", inLang("names")).then(function (rows) {
        index = index || entries(rows);
        if (text !== box.value) return;
        var found = search(index, text);
        var list = element("ul", "", { className: "found" });
        found.slice(0, most).forEach(function (row) {
          var item = element("li");
          var link = element("a", "", { href: href("day", row.id) });
          var moon = row.when.indexOf("*") > 0 ? " " + words.say.lunar : "";
          if (row.when) {
            link.appendChild(element("span", row.when.replace("*", "") + moon, { className: "when" }));
          }
          link.appendChild(document.createTextNode(row.name));
          item.appendChild(link);
          list.appendChild(item);
        });
        var count = found.length
          ? say(found.length > most ? "more" : "found", { number: found.length > most ? found.length - most : found.length })
          : say("none", { text: text });
        results.replaceChildren(list, element("p", count, { className: "small" }));
      });
    }
    box.addEventListener("focus", function () { load("names", inLang("names")); });
    box.addEventListener("input", show);
    box.form.addEventListener("submit", function (event) {
      event.preventDefault();
      var first = results.querySelector("a");
      if (first) first.focus();
    });
    if (box.value) show();
  }

  /* --- rows of a month, as composer.py makes them --- */

  function listed(row) { return "s" in row; }

  function link(row) {
    var item = element("li", "", { className: row.s <= 2 ? "top" : "" });
    item.appendChild(element("span", shown(row.d, true), { className: "when" }));
    var to = element("a", row.t, { href: href("day", row.k.split(/[+@]/)[0]) });
    if (row.v) to.lang = "vi";
    item.appendChild(to);
    return item;
  }

  function single(row) { return !row.j; }
  function here(row) { return single(row) && !("a" in row) && listed(row); }

  function card(key, rows, empty, more) {
    var made = element("section");
    made.appendChild(element("h2", words.say[key]));
    if (rows.length) {
      var list = element("ul", "", { className: "days" });
      rows.forEach(function (row) { list.appendChild(row); });
      made.appendChild(list);
    } else if (empty) {
      made.appendChild(element("p", words.say[empty], { className: "small" }));
    }
    if (more) {
      var p = element("p");
      p.appendChild(element("a", more[0], { href: more[1] }));
      made.appendChild(p);
    }
    return made;
  }

  function firstPage(place) {
    var now = today();
    if (!inYears(now)) {
      place.style.minHeight = "0";
      place.appendChild(element("p", say("outside", { first: words.years[0], last: words.years[1] }), { className: "note" }));
      return;
    }
    var text = now.slice(0, 7);
    // Sunday of next week
    var end = later(now, (7 - new Date().getDay()) % 7 + 7);
    var months = [month(text)];
    if (end.slice(0, 7) !== text && inYears(end)) months.push(month(end.slice(0, 7)));
    Promise.all(months.concat([load("off", inLang("days-off"))])).then(function (files) {
      var off = files.pop();
      var rows = [];
      files.forEach(function (file) { rows = rows.concat(file.n.filter(here)); });
      var of = function (test) { return rows.filter(test).map(link); };
      var cards = element("div", "", { className: "cards" });
      var first = card("today", of(function (r) { return r.d === now; }), "today_none");
      var moon = files[0].z[Number(now.slice(8)) - 1];
      var date = element("p", shown(now) + (moon ? " (" + moon + " " + words.say.lunar + ")" : ""), { className: "big" });
      first.className = "first";
      first.insertBefore(date, first.children[1]);
      cards.appendChild(first);
      cards.appendChild(card("week", of(function (r) { return r.d > now && r.d <= end && r.s <= 3; }), "week_none"));
      cards.appendChild(card("month", of(function (r) { return r.d.slice(0, 7) === text && r.s <= 2; }), "",
        [words.say.month_all, href("month", text)]));
      var soon = files[0].n.filter(function (r) { return single(r) && r.a; }).sort(function (a, b) { return a.q - b.q; });
      if (soon.length) cards.appendChild(card("soon", soon.slice(0, 8).map(link)));
      var rests = off.filter(function (r) { return r[1] >= now; }).slice(0, 3).map(function (r) { return element("li", r[2]); });
      if (rests.length) cards.appendChild(card("off", rests, "", [words.say.off_all, href("off")]));
      place.appendChild(cards);
    }).catch(function () {
      place.appendChild(element("p", words.say.missing, { className: "note" }));
    });
  }

  /* --- composer --- */

  /* The rows of a month for what was chosen: everybody's, the place's, and where asked reserved
     ones; each with how it stands (p) and whether the draft prints it (x). */
  function choose(files, choice, office) {
    var owners = choice.sectors.map(function (slug) { return "nganh/" + slug; });
    if (choice.province) owners.push(choice.province);
    var rows = [];
    [[files.nation.n, 0], [files.place, 0], [files.kept, 1]].forEach(function (pair) {
      (pair[0] || []).forEach(function (row) {
        var own = (row.w || []).some(function (w) { return owners.indexOf(w) >= 0; });
        // a day of a province that went into the one that was asked for
        var held = row.h && row.h[0] !== choice.province ? row.h : null;
        var stands = row.c === "l" ? 1 : own ? (held ? held[1] : row.o) : row.s;
        if (stands === undefined) return;
        var copy = Object.assign({}, row, { p: stands, kept: pair[1] });
        if ("a" in row) copy.x = Boolean((own ? (held ? held[2] : row.e) : row.a) & office.a);
        else copy.x = row.c === "l" || (office.g ? Boolean(row.g) : stands <= office.n);
        if (pair[1]) copy.x = false;
        rows.push(copy);
      });
    });
    return pairs(rows.filter(function (row) { return !("a" in row) || row.x || row.j; }));
  }

  /* The two of a pair stand together: the second follows the first, and one row says both. */
  function pairs(rows) {
    var by = {};
    rows.forEach(function (row) { by[row.k] = row; });
    rows.forEach(function (row) {
      if (row.f && by[row.f] && by[row.f].x) row.x = true;
    });
    var gone = {};
    rows.forEach(function (row) {
      if (!row.j) return;
      var first = by[row.j[0]], second = by[row.j[1]];
      if (first && second && first.x === second.x) {
        gone[first.k] = gone[second.k] = true;
        row.x = first.x;
      } else {
        gone[row.k] = true;
      }
    });
    return rows.filter(function (row) { return !gone[row.k]; });
  }

  /* The item of anniversaries: an opening, and lines with their leads, as the draft has them. */
  function item(rows, file, place) {
    var now = rows.filter(function (row) { return !("a" in row); });
    var order = function (a, b) { return a.q - b.q; };
    var lines = now.filter(function (row) { return !row.m; }).sort(order);
    var alive = lines.length > 0;
    var lead = function (list, text) {
      return list.sort(order).map(function (row) { return { row: row, lead: text }; });
    };
    var ahead = rows.filter(function (row) { return "a" in row; });
    var parts = lead(lines, "")
      .concat(lead(ahead.filter(function (row) { return !row.y; }), file.u[0]))
      .concat(lead(ahead.filter(function (row) { return row.y; }), file.u[1]));
    var whose = [];
    if (now.some(function (row) { return !row.c; })) whose.push(file.c);
    if (place) whose.push(place);
    if (now.some(function (row) { return row.c === "l"; })) whose.push(file.x);
    return {
      opening: alive ? file.h[0] + whose.join(", ") + file.h[1] : file.i,
      parts: parts,
      mourned: lead(now.filter(function (row) { return row.m; }), file.u[2])
    };
  }

  function said(row, style) {
    if (style === "round") return row.r || row.t;
    if (style === "list") return row.l || row.b + row.t;
    return row.t;
  }

  function joined(opening, parts, style) {
    var before = "";
    var body = parts.map(function (part) {
      var text = said(part.row, style);
      if (part.lead && part.lead !== before) text = part.lead + " " + text;
      before = part.lead;
      return text;
    }).join("; ");
    if (!body) return "";
    return (opening + " " + body).trim() + (/[.!?…]$/.test(body) ? "" : ".");
  }

  /* The paragraphs to print. */
  function paragraphs(made, style) {
    var every = made.parts.concat(made.mourned);
    if (!every.length) return [];
    if (style === "full" || style === "round") {
      return [[joined(made.opening, made.parts, style), joined("", made.mourned, style)].filter(Boolean).join(" ")];
    }
    var out = [];
    var heading = made.opening.replace(/:$/, "");
    var before = "";
    every.forEach(function (part, at) {
      if (part.lead !== before) {
        before = part.lead;
        heading = at === 0 && !part.row.m ? heading + " " + before : before.charAt(0).toUpperCase() + before.slice(1);
        out.push(heading + ":");
      } else if (at === 0) {
        out.push(heading + ":");
      }
      out.push((style === "bullets" ? "- " : "") + said(part.row, style));
    });
    return out;
  }

  function composer(form) {
    var fields = { month: one("#thang"), province: one("#tinh"), office: one("#co-quan"), style: one("#kieu"), breadth: one("#muc"), sector: one("#nganh") };
    var key = "ngayle.soan." + page.lang;
    var rows = [];
    var files = null;
    var place = "";
    var ticked = {};
    var turn = 0;
    var others = null;
    var hint = one("#nganh-cach").textContent;

    function sectors() {
      return Array.prototype.filter.call(fields.sector.options, function (o) { return o.selected; })
        .map(function (o) { return o.value; });
    }

    function set(select, value) {
      if (Array.prototype.some.call(select.options, function (o) { return o.value === value; })) select.value = value;
    }

    function pickSectors(wanted) {
      Array.prototype.forEach.call(fields.sector.options, function (o) { o.selected = wanted.indexOf(o.value) >= 0; });
    }

    function begin() {
      var kept = {};
      try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { kept = {}; }
      ["province", "office", "style", "breadth"].forEach(function (name) { if (kept[name]) set(fields[name], kept[name]); });
      pickSectors(kept.sectors || []);
      var now = new Date();
      set(fields.month, iso(new Date(now.getFullYear(), now.getMonth() + 1, 1)).slice(0, 7));
      var asked = new URLSearchParams(location.search);
      if (asked.get("thang")) set(fields.month, asked.get("thang"));
      if (asked.get("tinh")) set(fields.province, asked.get("tinh"));
      if (asked.get("nganh")) pickSectors(asked.get("nganh").split(","));
    }

    function remember() {
      try {
        localStorage.setItem(key, JSON.stringify({
          province: fields.province.value, office: fields.office.value, style: fields.style.value,
          breadth: fields.breadth.value, sectors: sectors()
        }));
      } catch (error) { /* nothing is kept then */ }
    }

    function note(text) {
      var place_ = one("#nhac");
      place_.textContent = text;
      place_.hidden = !text;
    }

    function tell(text) { one("#bao").textContent = text; }

    function refresh() {
      var mine = ++turn;
      var text = fields.month.value;
      remember();
      tell("");
      var names = Array.prototype.filter.call(fields.sector.options, function (o) { return o.selected; })
        .map(function (o) { return o.textContent; });
      one("#nganh-cach").textContent = names.length ? say("chosen", { names: names.join(", ") }) : hint;
      load("units", inLang("units")).then(function (units) {
        var slug = fields.province.value;
        var gone = units.gone[slug];
        var remark = "";
        if (gone && text > gone[0].slice(0, 7)) {
          slug = gone[1];
          remark = gone[2];
        }
        var wanted = [month(text), slug ? load("place " + slug + "-" + text.slice(0, 4), inLang(slug + "-" + text.slice(0, 4))).catch(function () { return {}; }) : {}];
        if (one("#chi-dao").checked) wanted.push(load("kept " + text.slice(0, 4), inLang("reserved-" + text.slice(0, 4))));
        return Promise.all(wanted).then(function (found) {
          if (mine !== turn) return;
          var own = found[1][text];
          if (slug && !own) {
            remark = say("outside_unit", { name: fields.province.selectedOptions[0].textContent });
            slug = "";
          }
          var kept = found[2] && found[2][text];
          if (one("#chi-dao").checked && !kept) remark = [remark, words.say.reserved_none].filter(Boolean).join(" ");
          note(remark);
          var office = Object.assign({}, units.offices[fields.office.value]);
          if (fields.breadth.value) { office.n = Number(fields.breadth.value); }
          files = { nation: found[0], place: own ? own.n : [], kept: kept || [] };
          place = own && slug ? own.w : "";
          rows = choose(files, { province: slug && fields.province.value, sectors: sectors() }, office);
          asDraft();
        });
      }).catch(function () { if (mine === turn) note(words.say.missing); });
    }

    function asDraft() {
      ticked = {};
      rows.forEach(function (row) { ticked[row.k] = row.x; });
      list();
      write();
    }

    function list() {
      var groups = [["printed", []], ["ahead", []], ["others", []], ["reserved", []]];
      rows.forEach(function (row) {
        groups[row.kept ? 3 : "a" in row ? 1 : row.x ? 0 : 2][1].push(row);
      });
      var box = element("div");
      groups.forEach(function (group) {
        if (!group[1].length) return;
        group[1].sort(function (a, b) { return a.p - b.p || a.q - b.q; });
        var into = box;
        if (group[0] === "others") {
          // on a phone what is seldom ticked does not stand between the days and the paragraph
          into = element("details", "", { open: others === null ? innerWidth >= 640 : others });
          into.appendChild(element("summary", words.say.others + " (" + group[1].length + ")"));
          into.addEventListener("toggle", function () { others = into.open; });
          box.appendChild(into);
        } else {
          box.appendChild(element("h3", words.say[group[0]]));
        }
        group[1].forEach(function (row) {
          var label = element("label", "", { className: "day" });
          var tick = element("input", "", { type: "checkbox", checked: Boolean(ticked[row.k]), value: row.k });
          tick.addEventListener("change", function () { ticked[row.k] = tick.checked; write(); });
          label.appendChild(tick);
          var text = element("span", row.t);
          if (row.v) text.lang = "vi";
          label.appendChild(text);
          into.appendChild(label);
        });
      });
      one("#cac-ngay").replaceChildren(box);
    }

    function made() {
      return item(rows.filter(function (row) { return ticked[row.k]; }), files.nation, place);
    }

    function text() { return paragraphs(made(), fields.style.value); }

    function write() {
      var shown_ = text();
      one("#doan").replaceChildren.apply(one("#doan"), shown_.map(function (p) { return element("p", p); }));
      one("#trong").hidden = shown_.length > 0;
      all(".tools button").forEach(function (button) { button.disabled = !shown_.length; });
      tell("");
    }

    var acts = {
      default: asDraft,
      none: function () { ticked = {}; list(); write(); },
      copy: function () {
        copy(text().join("\n")).then(function () { tell(words.say.copied_paragraph); }, function () { tell(words.say.not_copied); });
      },
      lines: function () {
        var lines = made();
        var every = lines.parts.concat(lines.mourned).map(function (part) { return said(part.row, fields.style.value); });
        copy(every.join("\n")).then(function () { tell(say("copied_lines", { number: every.length })); }, function () { tell(words.say.not_copied); });
      },
      word: function () {
        load("word", "word.js").then(function (template) {
          var name = words.say.file + "-" + fields.month.value + ".docx";
          var where = URL.createObjectURL(new Blob([word(template, files.nation.p, text())], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }));
          var anchor = element("a", "", { href: where, download: name });
          document.body.appendChild(anchor);
          anchor.click();
          anchor.remove();
          setTimeout(function () { URL.revokeObjectURL(where); }, 60000);
          tell(say("saved", { file: name }));
        }).catch(function () { note(words.say.missing); });
      },
      print: function () { window.print(); }
    };

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("click", function (event) {
      var act = event.target.dataset && acts[event.target.dataset.do];
      if (act) act();
    });
    ["month", "province", "office", "breadth", "sector"].forEach(function (name) { fields[name].addEventListener("change", refresh); });
    fields.style.addEventListener("change", function () { remember(); write(); });
    one("#chi-dao").addEventListener("change", refresh);
    // with a mouse, one press adds a trade and the next takes it away, without Ctrl
    fields.sector.addEventListener("mousedown", function (event) {
      if (event.target.tagName !== "OPTION" || event.button !== 0) return;
      event.preventDefault();
      var top = fields.sector.scrollTop;
      event.target.selected = !event.target.selected;
      setTimeout(function () { fields.sector.scrollTop = top; }, 0);
      fields.sector.focus({ preventScroll: true });
      refresh();
    });
    begin();
    refresh();
  }

  /* --- a Word file: parts put into a ZIP archive as they are --- */

  /* No line breaks inside a pair of dates or between a count and its "năm". */
  function unbroken(text) {
    return text.replace(/(\d) - (\d)/g, "$1\u00a0-\u00a0$2").replace(/(\d) (năm|years?|âm)(?=[\s;,.)]|$)/g, "$1\u00a0$2");
  }

  function word(template, title, texts) {
    function filled(piece, text) {
      var safe = unbroken(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
      return piece.split("{text}").join(safe);
    }
    var body = filled(template.title, title) + texts.map(function (text) { return filled(template.paragraph, text); }).join("");
    return zip(template.parts.map(function (part) { return [part[0], part[1].split("{body}").join(body)]; }));
  }

  var crcs = null;

  function crc(bytes) {
    if (!crcs) {
      crcs = new Uint32Array(256);
      for (var n = 0; n < 256; n++) {
        var c = n;
        for (var k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
        crcs[n] = c >>> 0;
      }
    }
    var sum = 0xffffffff;
    for (var i = 0; i < bytes.length; i++) sum = crcs[(sum ^ bytes[i]) & 0xff] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /* Stored, not compressed, dated 1 January 1980: the same choices give the same bytes. */
  function zip(parts) {
    var encoder = new TextEncoder();
    var pieces = [];
    var central = [];
    var at = 0;
    function header(size, fields) {
      var view = new DataView(new ArrayBuffer(size));
      fields.forEach(function (field) { view["setUint" + field[1]](field[0], field[2], true); });
      return new Uint8Array(view.buffer);
    }
    parts.forEach(function (part) {
      var name = encoder.encode(part[0]);
      var bytes = encoder.encode(part[1]);
      var sum = crc(bytes);
      var local = header(30, [[0, 32, 0x04034b50], [4, 16, 20], [6, 16, 0x0800], [10, 16, 0], [12, 16, 33], [14, 32, sum], [18, 32, bytes.length], [22, 32, bytes.length], [26, 16, name.length]]);
      central.push(header(46, [[0, 32, 0x02014b50], [4, 16, 20], [6, 16, 20], [8, 16, 0x0800], [12, 16, 0], [14, 16, 33], [16, 32, sum], [20, 32, bytes.length], [24, 32, bytes.length], [28, 16, name.length], [42, 32, at]]), name);
      pieces.push(local, name, bytes);
      at += local.length + name.length + bytes.length;
    });
    var size = central.reduce(function (total, piece) { return total + piece.length; }, 0);
    var end = header(22, [[0, 32, 0x06054b50], [8, 16, parts.length], [10, 16, parts.length], [12, 32, size], [16, 32, at]]);
    var every = pieces.concat(central, [end]);
    var out = new Uint8Array(at + size + end.length);
    var to = 0;
    every.forEach(function (piece) { out.set(piece, to); to += piece.length; });
    return out;
  }

  /* --- every page --- */

  function copyButtons() {
    all("ul.lines li, .month ul.days li").forEach(function (line) {
      var words_ = (line.querySelector("a") || line).textContent.trim();
      var button = element("button", words.say.copy_line, { type: "button" });
      button.addEventListener("click", function () {
        copy(words_).then(function () { button.textContent = words.say.copied; }, function () { button.textContent = words.say.not_copied; });
        setTimeout(function () { button.textContent = words.say.copy_line; }, 2500);
      });
      line.appendChild(document.createTextNode(" "));
      line.appendChild(button);
    });
    all("[data-copy]").forEach(function (button) {
      var before = button.textContent;
      button.hidden = false;
      button.addEventListener("click", function () {
        copy(one("#" + button.dataset.copy).value).then(function () { button.textContent = words.say.copied; }, function () { button.textContent = words.say.not_copied; });
        setTimeout(function () { button.textContent = before; }, 2500);
      });
    });
    all("[data-do=print]").forEach(function (button) {
      if (button.form) return;
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
  }

  function marksOfToday() {
    var now = today();
    all("ul.times li").forEach(function (item_) {
      var days = item_.textContent.match(/\d+\/\d+\/\d{4}/g);
      var last = days[days.length - 1].split("/").map(Number);
      if (iso(new Date(last[2], last[1] - 1, last[0])) < now) item_.classList.add("past");
    });
    var next = one("ul.times li:not(.past)");
    if (next) next.classList.add("next");
    var lines = all("ul.lines li");
    lines.forEach(function (line, at) { if (at < lines.length - 1 && line.dataset.day < now) line.hidden = true; });
    var seen = lines.filter(function (line) { return !line.hidden; });
    seen.slice(1).forEach(function (line) { line.hidden = true; });
    var heading = document.getElementById(now);
    if (heading) heading.classList.add("now");
  }

  function start(said_) {
    words = said_;
    copyButtons();
    marksOfToday();
    if (one("#q")) finder(one("#q"), one("#ket-qua"));
    if (one("#hom-nay")) firstPage(one("#hom-nay"));
    if (one("#soan")) composer(one("#soan"));
  }

  return {
    words: start,
    units: function (value) { arrived("units", value); },
    names: function (value) { arrived("names", value); },
    month: function (text, value) { arrived("month " + text, value); },
    place: function (name, value) { arrived("place " + name, value); },
    kept: function (year, value) { arrived("kept " + year, value); },
    off: function (value) { arrived("off", value); },
    word: function (value) { arrived("word", value); },
    // for tests
    fold: fold,
    search: function (rows, text) { return search(entries(rows), text).map(function (row) { return row.id; }); },
    compose: function (files, choice, office, style, place) {
      var rows = choose(files, choice, office).filter(function (row) { return row.x; });
      return paragraphs(item(rows, files.nation, place), style);
    }
  };
})();
