"""Makes sampled.json: bicubic splines evaluated by SciPy. Run as: python3 sampled.py sampled.json"""
import json
import sys

import numpy as np
from scipy.interpolate import RectBivariateSpline, CubicSpline, make_interp_spline
rng=np.random.default_rng(7)
def grid(x,y):
    v=rng.uniform(-2,2,(len(y),len(x))).round(3)
    kx=min(3,len(x)-1);ky=min(3,len(y)-1)
    def spline(p,q,dx,dy):
        # rows first, then columns; CubicSpline is a parabola for three and a line for two
        r=CubicSpline(x,v,axis=1,bc_type='not-a-knot')(p,dx)
        return float(CubicSpline(y,r,axis=0,bc_type='not-a-knot')(q,dy))
    s=None
    if kx==ky==3: s=RectBivariateSpline(x,y,v.T,kx=3,ky=3,s=0)
    pts=[(x[0],y[0]),(x[-1],y[-1]),(x[0],y[-1]),(x[1],y[1])]
    pts+=[(float(rng.uniform(x[0],x[-1]).__round__(4)),float(rng.uniform(y[0],y[-1]).__round__(4))) for _ in range(10)]
    out=[]
    for p,q in pts:
        e=[spline(p,q,a,b) for a,b in((0,0),(1,0),(0,1),(2,0),(1,1),(0,2))]
        if s is not None:
            e2=[float(s.ev(p,q,dx=a,dy=b)) for a,b in((0,0),(1,0),(0,1),(2,0),(1,1),(0,2))]
            print(max(abs(a-b) for a,b in zip(e,e2)), max(map(abs,e)))
            e=e2
        out.append([p,q]+[float('%.15g'%t) for t in e])
    return dict(x=x,y=y,values=v.ravel().tolist(),points=out)
grids=[grid([-2,-1.7,-0.9,0.1,0.4,1.5,2.25],[-1,-0.25,0,0.8,1.1,3]),
 grid([0,1,2,3],[10,10.5,11,11.5,12]), grid([0,1,3],[-1,0,2,2.5,4]), grid([0,2],[0,0.5,2]),grid([0,1e-3,1,1.5,2],[0,3,3.125,6,7,9,10])]
json.dump(dict(provenance="SciPy 1.17.1: RectBivariateSpline(kx=3, ky=3, s=0); for fewer than four nodes in a direction CubicSpline(bc_type='not-a-knot') along x, then along y. Points: x, y, f, fx, fy, fxx, fxy, fyy.",grids=grids),open(sys.argv[1], 'w'),indent=None)
