import argparse, json, sys
def run(argv):
    from ngayle.checking import judged
    p=argparse.ArgumentParser(); p.add_argument('files',nargs='+'); p.add_argument('--format',default='text')
    a=p.parse_args(argv)
    out=[];
    for f in a.files:
        t=open(f,encoding='utf-8').read()
        for x in judged(t).findings: out.append({"file":f,"line":x.line,"column":x.column,"start":x.start,"end":x.end,"code":x.code,"level":x.level,"text":x.text,"message":x.message,"could_be":x.could_be,"id":x.id})
    if a.format=='json': print(json.dumps({"schema":2,"files":[],"findings":out}))
    else:
        for o in out: print(o['file'],o['line'],o['column'],o['level'],o['code'],o['text'],'|',o['message'],o['could_be'])
    return 1 if out else 0
